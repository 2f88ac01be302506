package dev.plumbline.diff;

import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which sequence a default such as {@code nextval('public."P_id_seq"'::regclass)} counts. */
final class NextValue {
  private static final Pattern CALL =
      Pattern.compile("\\s*nextval\\(\\s*'((?:[^']|'')*+)'(?:::regclass|::text)?\\s*\\)\\s*");

  private NextValue() {}

  /**
   * The sequence.
   *
   * @param namespace where a bare name is looked for
   */
  static Optional<ObjectName> sequence(String expression, String namespace) {
    Matcher call = CALL.matcher(expression);
    if (!call.matches()) {
      return Optional.empty();
    }
    List<String> parts = parts(call.group(1).replace("''", "'"));
    return switch (parts.size()) {
      case 1 -> Optional.of(new ObjectName(namespace, parts.get(0)));
      case 2 -> Optional.of(new ObjectName(parts.get(0), parts.get(1)));
      default -> Optional.empty();
    };
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char next = name.charAt(i);
      if (next == '"') {
        boolean doubled = quoted && i + 1 < name.length() && name.charAt(i + 1) == '"';
        if (doubled) {
          part.append(next);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (next == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(next);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
