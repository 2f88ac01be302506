package dev.plumbline.plan;

import dev.plumbline.schema.ColumnType;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which changes of a column's type leave the rows as they are (Postgres: ALTER TABLE, notes). */
final class Rewrites {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\s*,\\s*(-?\\d+))?");

  /** Types of one representation: the first may become the second. */
  private static final Set<String> SAME_BYTES =
      Set.of(
          "varchar>text",
          "text>varchar",
          "text>citext",
          "citext>text",
          "varchar>citext",
          "citext>varchar",
          "cidr>inet",
          "xml>text",
          "xml>varchar",
          "bit>varbit",
          "varbit>bit");

  private static final Set<String> PRECISE = Set.of("timestamp", "timestamptz", "time", "timetz");
  private static final int MOST_PRECISE = 6;

  private Rewrites() {}

  static boolean keepsRows(ColumnType from, ColumnType to) {
    ColumnType before = from.canonical();
    ColumnType after = to.canonical();
    if (before.equals(after)) {
      return true;
    }
    if (before instanceof ColumnType.Array || after instanceof ColumnType.Array) {
      return false;
    }
    String source = name(before);
    String target = name(after);
    if (source.equals(target)) {
      return before instanceof ColumnType.BuiltIn one
          && after instanceof ColumnType.BuiltIn other
          && widens(source, one.modifiers(), other.modifiers());
    }
    return SAME_BYTES.contains(source + ">" + target)
        && after instanceof ColumnType.BuiltIn other
        && (other.modifiers().isEmpty()
            || (before instanceof ColumnType.BuiltIn one
                && !one.modifiers().isEmpty()
                && widens(target, one.modifiers(), other.modifiers())));
  }

  private static boolean widens(String type, String from, String to) {
    if (PRECISE.contains(type)) {
      return number(to, 1).orElse(MOST_PRECISE) >= number(from, 1).orElse(MOST_PRECISE);
    }
    if (to.isEmpty()) {
      return !type.equals("bit");
    }
    if (from.isEmpty()) {
      return false;
    }
    int before = number(from, 1).orElse(0);
    int after = number(to, 1).orElse(0);
    return switch (type) {
      case "varchar", "varbit" -> after >= before;
      case "numeric" -> after >= before && number(from, 2).orElse(0) == number(to, 2).orElse(0);
      default -> false;
    };
  }

  private static OptionalInt number(String modifiers, int which) {
    Matcher matcher = NUMBERS.matcher(modifiers);
    return matcher.find() && matcher.group(which) != null
        ? OptionalInt.of(Integer.parseInt(matcher.group(which)))
        : OptionalInt.empty();
  }

  private static String name(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn.name();
      case ColumnType.UserDefined named -> named.name();
      case ColumnType.Array array -> name(array.element()) + "[]";
      case ColumnType.Written written -> name(written.meaning());
    };
  }
}
