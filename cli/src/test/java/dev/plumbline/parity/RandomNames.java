package dev.plumbline.parity;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names for a random schema. Each carries a number of its own near its start, so that no two names
 * become the same where Prisma joins or cuts them.
 */
final class RandomNames {
  private static final List<String> WORDS =
      List.of(
          "User",
          "Post",
          "Order",
          "Group",
          "Select",
          "Table",
          "Check",
          "Column",
          "model",
          "view",
          "Datasource",
          "user",
          "end",
          "Default",
          "Größe",
          "日本",
          "Таблица",
          "Δ",
          "a",
          "Job_Event",
          "HTTPServer",
          "x__",
          "TRUE",
          "Primary",
          "Json5",
          "desc",
          "ident");
  private static final List<String> DATABASE_WORDS =
      List.of(
          "users",
          "order",
          "group",
          "two words",
          "semi;colon",
          "dash--dash",
          "it's",
          "back\\\\slash",
          "tab\\tbed",
          "SHOUT",
          "mixedCase",
          "großes",
          "таблица",
          "日本語",
          "🚀",
          "dot.ted",
          "$1",
          "100%",
          "/*x*/",
          "new\\nline",
          "public",
          "pg_thing",
          "a",
          "select",
          " leading",
          "[x]");

  private static final List<String> HOSTILE_WORDS =
      List.of("we\\\"ird", "\\\"", "'); DROP", "it's\\\"s", "--> statement-breakpoint", "$$");

  private final Draw draw;
  private final boolean hostile;
  private int next = 1;

  /**
   * @param hostile whether names may hold what Prisma does not escape: double quotes in names, and
   *     single ones in labels
   */
  RandomNames(Draw draw, boolean hostile) {
    this.draw = draw;
    this.hostile = hostile;
  }

  /** A name for a model, enum, field or enum value. */
  String identifier() {
    String name = draw.of(WORDS) + next++;
    if (draw.chance(7)) {
      name += "_" + stretch(draw.between(20, 70));
    }
    return name;
  }

  /** A name for a table, column, type or label, as it stands in a Prisma string. */
  String databaseName() {
    String name = draw.of(hostile && draw.chance(30) ? HOSTILE_WORDS : DATABASE_WORDS) + next++;
    // Postgres cuts a name at 63 bytes, and no rule of Prisma's keeps the author from writing more.
    while (draw.chance(7) && bytes(name) < 50) {
      name += "_" + stretch(10);
    }
    return name;
  }

  /** A name for an enum value; Postgres refuses a label of more than 63 bytes. */
  String shortIdentifier() {
    return draw.of(WORDS) + next++;
  }

  /** A label for an enum value, as it stands in a Prisma string. */
  String label() {
    return draw.of("label ", "größe", "UPPER", "日本", "a,b", "-", hostile ? "it's " : "\\\\")
        + next++;
  }

  /** A name of at most 63 bytes for an index or constraint. */
  String constraintName() {
    return draw.of("idx_", "it's ", "große ", "日本", hostile ? "q\\\"" : "Ux", "semi;") + next++;
  }

  /** A database name as SQL in a Prisma string. */
  static String inSql(String databaseName) {
    return "\\\"" + databaseName.replace("\\\"", "\\\"\\\"") + "\\\"";
  }

  private String stretch(int length) {
    String letters = draw.of("abcdefghij", "äöüßéñçåøæ", "日本語文字列長名前表", "абвгдежзик");
    StringBuilder stretched = new StringBuilder();
    for (int i = 0; i < length; i++) {
      stretched.append(letters.charAt(i % letters.length()));
    }
    return stretched.toString();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
