package dev.plumbline.catalog;

import dev.plumbline.schema.Grant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads access control lists as {@code aclitemout} prints them: {@code "odd role"=rw*a/owner}. Most
 * objects of a database share a few lists, so each is read once.
 */
final class GrantParser {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee).thenComparing(Grant::grantor);

  private final Map<String, List<Grant>> known = new HashMap<>();

  /** The list with this text, if it was read before. */
  Optional<List<Grant>> known(String text) {
    return Optional.ofNullable(known.get(text));
  }

  /** Reads a list whose array has this text and these items. */
  List<Grant> parse(String text, List<String> items) {
    List<Grant> grants = items.stream().map(GrantParser::grant).sorted(ORDER).toList();
    known.put(text, grants);
    return grants;
  }

  private static Grant grant(String item) {
    int equals = endOfRole(item, 0);
    int slash = item.indexOf('/', equals);
    String grantee = role(item.substring(0, equals));
    Set<String> privileges = new TreeSet<>();
    List<String> grantable = new ArrayList<>();
    for (int i = equals + 1; i < slash; i++) {
      String privilege = privilege(item.charAt(i));
      privileges.add(privilege);
      if (item.charAt(i + 1) == '*') {
        grantable.add(privilege);
        i++;
      }
    }
    return new Grant(
        grantee.isEmpty() ? "PUBLIC" : grantee,
        role(item.substring(slash + 1)),
        privileges,
        Set.copyOf(grantable));
  }

  private static int endOfRole(String item, int begin) {
    boolean quoted = false;
    for (int i = begin; i < item.length(); i++) {
      if (item.charAt(i) == '"') {
        quoted = !quoted;
      } else if (item.charAt(i) == '=' && !quoted) {
        return i;
      }
    }
    throw new IllegalStateException("An access control item without privileges: " + item);
  }

  private static String role(String text) {
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  /** The letters of {@code src/include/utils/acl.h}; a letter of a later version stays itself. */
  private static String privilege(char letter) {
    return switch (letter) {
      case 'a' -> "INSERT";
      case 'r' -> "SELECT";
      case 'w' -> "UPDATE";
      case 'd' -> "DELETE";
      case 'D' -> "TRUNCATE";
      case 'x' -> "REFERENCES";
      case 't' -> "TRIGGER";
      case 'X' -> "EXECUTE";
      case 'U' -> "USAGE";
      case 'C' -> "CREATE";
      case 'T' -> "TEMPORARY";
      case 'c' -> "CONNECT";
      case 's' -> "SET";
      case 'A' -> "ALTER SYSTEM";
      case 'm' -> "MAINTAIN";
      default -> String.valueOf(letter);
    };
  }
}
