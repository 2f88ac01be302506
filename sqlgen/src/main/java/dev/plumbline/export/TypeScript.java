package dev.plumbline.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of TypeScript. */
final class TypeScript {
  private static final Set<String> RESERVED =
      Set.of(
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "interface",
          "let",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "undefined",
          "var",
          "void",
          "while",
          "with",
          "yield",
          "arguments",
          "eval",
          "relations",
          "sql",
          "index",
          "unique",
          "check");
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}$]+(.?)");

  private TypeScript() {}

  /** A string in single quotes. */
  static String string(String text) {
    return "'" + escaped(text).replace("'", "\\'") + "'";
  }

  /** SQL as a template. */
  static String sql(String text) {
    return "sql`" + escaped(text).replace("`", "\\`").replace("${", "\\${") + "`";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /**
   * An identifier in camel case that is like a name and is not taken yet; it is taken afterwards.
   *
   * @param taken what is taken, which this adds to
   */
  static String identifier(String name, Set<String> taken) {
    Matcher breaks = BREAK.matcher(name.strip());
    String joined = breaks.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    String begun = joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    String camel = lowerFirst(begun);
    String free = RESERVED.contains(camel) ? camel + "_" : camel;
    for (int i = 2; !taken.add(free); i++) {
      free = camel + i;
    }
    return free;
  }

  private static String lowerFirst(String word) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toLowerCase(Locale.ROOT) + word.substring(end);
  }
}
