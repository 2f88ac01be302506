package dev.plumbline.parity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type that a random field may have.
 *
 * @param scalar the type's name in Prisma
 * @param nativeType the {@code @db} attribute with its arguments, or empty
 * @param literal a default of this type, as it stands in Prisma
 * @param expressions SQL that gives a value of this type
 * @param family what indexes can do with it
 */
record RandomType(
    String scalar,
    String nativeType,
    Function<Draw, String> literal,
    List<String> expressions,
    Family family) {

  /** What indexes and keys can do with a type. */
  enum Family {
    /** Has an order and is a good key. */
    KEY,
    /** Has an order, but is no key that a foreign key should copy. */
    ORDERED,
    /** Has an order and is a plain text. */
    TEXT,
    /** Has an order and a network operator class. */
    INET,
    /** Binary JSON. */
    JSONB,
    /** Has no order at all. */
    UNORDERED
  }

  /** A type that has an order. */
  boolean ordered() {
    return family != Family.UNORDERED;
  }

  /** Any type but an enum or an unsupported one. */
  static RandomType any(Draw draw) {
    return switch (draw.between(0, 9)) {
      case 0, 1, 2 -> text(draw);
      case 3, 4 -> whole(draw);
      case 5 -> fraction(draw);
      case 6, 7 -> time(draw);
      case 8 -> draw.of(json(draw), bytes(draw));
      default -> truth(draw);
    };
  }

  /** A type that a key may have. */
  static RandomType key(Draw draw) {
    return draw.of(
        plain("Int", "", d -> "" + d.between(-9, 9999)),
        plain("Int", "@db.Integer", d -> "" + d.between(-9, 9999)),
        plain("Int", "@db.SmallInt", d -> "" + d.between(-9, 9999)),
        plain("BigInt", "", d -> "" + d.anyLong()),
        plain("String", "", RandomType::words),
        plain("String", "@db.VarChar(" + draw.between(30, 300) + ")", RandomType::words),
        plain("String", "@db.Uuid", d -> UUID),
        plain("DateTime", "@db.Timestamptz(6)", RandomType::moment));
  }

  private static final String UUID = "\"0e37df36-f698-11e6-8dd4-cb9ced3df976\"";

  private static RandomType plain(
      String scalar, String nativeType, Function<Draw, String> literal) {
    return new RandomType(scalar, nativeType, literal, List.of(), Family.KEY);
  }

  private static RandomType text(Draw draw) {
    int length = draw.of(24, 255, 10_485_760);
    return switch (draw.between(0, 13)) {
      case 0, 1, 2, 3 -> text("", List.of("'a'::text", "('a' || 'b')", "lower('X')"));
      case 4 -> text("@db.Text", List.of("CURRENT_USER"));
      case 5 -> text("@db.VarChar(" + length + ")", List.of("'x'::character varying"));
      case 6 -> text("@db.VarChar", List.of("'x'"));
      case 7 -> new RandomType("String", "@db.Char", d -> "\"c\"", List.of("'c'"), Family.ORDERED);
      case 8 ->
          new RandomType(
              "String", "@db.Char(24)", RandomType::words, List.of("'c'::bpchar"), Family.ORDERED);
      case 9 -> bits(draw);
      case 10 ->
          new RandomType("String", "@db.Uuid", d -> UUID, List.of("gen_random_uuid()"), Family.KEY);
      case 11 ->
          new RandomType(
              "String", "@db.Inet", d -> "\"10.0.0.1\"", List.of("'::1'::inet"), Family.INET);
      case 12 -> new RandomType("String", "@db.Xml", d -> "\"<a/>\"", List.of(), Family.UNORDERED);
      default -> text("@db.VarChar(64)", List.of("md5('x')"));
    };
  }

  private static RandomType text(String nativeType, List<String> expressions) {
    return new RandomType("String", nativeType, RandomType::words, expressions, Family.TEXT);
  }

  private static RandomType bits(Draw draw) {
    return switch (draw.between(0, 3)) {
      case 0 -> new RandomType("String", "@db.Bit", d -> "\"1\"", List.of("B'1'"), Family.ORDERED);
      case 1 -> new RandomType("String", "@db.Bit(4)", d -> "\"0101\"", List.of(), Family.ORDERED);
      case 2 -> new RandomType("String", "@db.VarBit", d -> "\"01\"", List.of(), Family.ORDERED);
      default ->
          new RandomType("String", "@db.VarBit(8)", d -> "\"01\"", List.of(), Family.ORDERED);
    };
  }

  private static RandomType whole(Draw draw) {
    Function<Draw, String> small = d -> d.of("0", "1", "-1", "007", "-0", "32767");
    return switch (draw.between(0, 6)) {
      case 0, 1, 2 ->
          new RandomType("Int", "", small, List.of("(1 + 1)", "42", "length('abc')"), Family.KEY);
      case 3 -> new RandomType("Int", "@db.SmallInt", small, List.of("2"), Family.KEY);
      case 4 ->
          new RandomType(
              "Int", "@db.Oid", d -> "" + d.between(0, 999), List.of("1"), Family.ORDERED);
      case 5 ->
          new RandomType(
              "BigInt", "", d -> "" + d.anyLong(), List.of("9223372036854775807"), Family.KEY);
      default -> new RandomType("BigInt", "@db.BigInt", small, List.of("7"), Family.KEY);
    };
  }

  private static RandomType fraction(Draw draw) {
    Function<Draw, String> number = d -> d.of("0", "1.50", "-3.25", "0.1", "100", "-0.000001");
    Function<Draw, String> decimal = d -> d.of(number.apply(d), "\"1.10\"", "\"-7\"", "\"1e3\"");
    int precision = draw.between(12, 1000);
    return switch (draw.between(0, 6)) {
      case 0 -> new RandomType("Float", "", number, List.of("random()", "1.5"), Family.ORDERED);
      case 1 -> new RandomType("Float", "@db.Real", number, List.of(), Family.ORDERED);
      case 2 -> new RandomType("Float", "@db.DoublePrecision", number, List.of(), Family.ORDERED);
      case 3 -> new RandomType("Decimal", "", decimal, List.of("1.5"), Family.ORDERED);
      case 4 -> new RandomType("Decimal", "@db.Decimal", decimal, List.of(), Family.ORDERED);
      case 5 ->
          new RandomType(
              "Decimal",
              "@db.Decimal(" + precision + ", " + draw.between(0, 6) + ")",
              decimal,
              List.of(),
              Family.ORDERED);
      default ->
          new RandomType(
              "Decimal",
              "@db.Money",
              // Less than a cent is no money: Postgres rounds it, in some spellings at once.
              d -> d.of("0", "1.50", "-3.25", "0.1", "100", "-7"),
              List.of("'$1'"),
              Family.ORDERED);
    };
  }

  private static RandomType time(Draw draw) {
    String type = draw.of("", "", "@db.Timestamp", "@db.Timestamptz", "@db.Time", "@db.Timetz");
    String arity = type.isEmpty() || draw.chance(40) ? "" : "(" + draw.between(0, 6) + ")";
    if (draw.chance(10)) {
      return new RandomType(
          "DateTime", "@db.Date", RandomType::moment, List.of("CURRENT_DATE"), Family.ORDERED);
    }
    return new RandomType(
        "DateTime", type + arity, RandomType::moment, List.of("now()"), Family.ORDERED);
  }

  private static RandomType json(Draw draw) {
    boolean binary = draw.chance(70);
    return new RandomType(
        "Json",
        binary ? draw.of("", "@db.JsonB") : "@db.Json",
        d -> d.of("\"{}\"", "\"[]\"", "\"{\\\"a\\\": [1, \\\"it's\\\"]}\"", "\"null\"", "\"3\""),
        List.of(binary ? "'{}'::jsonb" : "'{}'::json"),
        binary ? Family.JSONB : Family.UNORDERED);
  }

  private static RandomType bytes(Draw draw) {
    return new RandomType(
        "Bytes",
        draw.of("", "@db.ByteA"),
        d -> d.of("\"\"", "\"aGVsbG8=\"", "\"AAEC/w==\""),
        List.of("'\\\\x00'::bytea"),
        Family.ORDERED);
  }

  private static RandomType truth(Draw draw) {
    return new RandomType(
        "Boolean",
        draw.of("", "@db.Boolean"),
        d -> d.of("true", "false"),
        List.of("(1 = 1)"),
        Family.ORDERED);
  }

  /** A default of a text of at most 20 characters. */
  static String words(Draw draw) {
    return draw.of(
        "\"\"",
        "\"plain\"",
        "\"it's\"",
        "\"''\"",
        "\"back\\\\slash\"",
        "\"new\\nline\"",
        "\"say \\\"hi\\\"\"",
        "\"tab\\t\"",
        "\"größe 日本 🚀\"",
        "\"$$ -- ; /* */\"",
        "\"NULL\"",
        "\"\\u00e9\\ud83d\\ude80\"",
        "\"sl\\/ash\"");
  }

  private static String moment(Draw draw) {
    return draw.of(
        "\"2020-01-01T00:00:00Z\"",
        "\"1999-12-31T23:59:59.123+02:00\"",
        "\"2024-02-29T12:30:00.5Z\"",
        "\"2020-06-01T10:00:00.123456-11:30\"");
  }

  /** One value's default; empty when there is nothing to write. */
  Optional<String> expression(Draw draw) {
    return expressions.isEmpty() ? Optional.empty() : Optional.of(draw.of(expressions));
  }
}
