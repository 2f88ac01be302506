package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Constants as a type's input function reads them and its column stores them: two constants whose
 * canonical texts are equal are the same value and print the same.
 */
final class StoredValues {
  /** Types whose values are the same only when their canonical texts are. */
  private static final Set<String> DECIDED =
      Set.of(
          "int2",
          "int4",
          "int8",
          "oid",
          "numeric",
          "float4",
          "float8",
          "money",
          "bool",
          "text",
          "varchar",
          "bpchar",
          "char",
          "name",
          "bytea",
          "uuid",
          "json",
          "jsonb",
          "bit",
          "varbit",
          "date",
          "time",
          "timetz",
          "timestamp",
          "timestamptz",
          "interval",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
  private static final Pattern SCALE = Pattern.compile("-?[0-9]{1,4}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,8}");

  private StoredValues() {}

  /** Whether different canonical texts of this type are different values. */
  static boolean decides(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> DECIDED.contains(builtIn.name());
      case ColumnType.Array array -> decides(array.element());
      case ColumnType.Written written -> decides(written.meaning());
      case ColumnType.UserDefined named -> false;
    };
  }

  /**
   * The canonical text of a constant.
   *
   * @param type the type, with the modifiers that the value must fit
   * @param text what the input function gets
   * @return nothing when the type would refuse the text, or reads it in a way that depends on the
   *     session
   */
  static Optional<String> canonical(ColumnType type, String text) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn(builtIn, text);
      case ColumnType.Written written -> canonical(written.meaning(), text);
      case ColumnType.UserDefined named -> Optional.of(text);
      case ColumnType.Array array -> Optional.empty();
    };
  }

  private static Optional<String> builtIn(ColumnType.BuiltIn type, String text) {
    return switch (type.name()) {
      case "int2", "int4", "int8" -> whole(text);
      case "oid" -> whole(text).map(StoredValues::unsigned);
      case "numeric" -> numeric(text, type.modifiers());
      case "float8" -> binaryFloat(text, false);
      case "float4" -> binaryFloat(text, true);
      case "money" -> money(text);
      case "bool" -> truth(text);
      case "varchar" -> Optional.of(cut(text, type.modifiers()));
      case "bpchar" -> Optional.of(cut(text, type.modifiers()).stripTrailing());
      case "bytea" -> ByteaText.canonical(text);
      case "uuid" -> uuid(text);
      case "jsonb" -> JsonText.canonical(text);
      case "bit", "varbit" -> bits(text);
      case "date", "time", "timetz", "timestamp", "timestamptz" ->
          TimeText.canonical(type.name(), type.modifiers(), text);
      case "interval" -> IntervalText.canonical(text, type.modifiers());
      case "inet", "cidr" -> NetworkText.address(text, type.name().equals("cidr"));
      case "macaddr", "macaddr8" -> NetworkText.hardware(text);
      default -> Optional.of(text);
    };
  }

  /** Digits of any size as a decimal; nothing when there is no number or it is absurdly large. */
  static Optional<BigDecimal> decimal(String text) {
    String digits = text.strip();
    if (digits.length() > 2000 || !NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
    return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
  }

  /** Assigning a fraction to an integer rounds half away from zero (numeric_int4). */
  private static Optional<String> whole(String text) {
    return decimal(text).map(d -> d.setScale(0, RoundingMode.HALF_UP).toPlainString());
  }

  /**
   * Without modifiers a numeric keeps the scale that was written, and 1.5 and 1.50 print
   * differently; with a scale both are stored alike.
   */
  private static Optional<String> numeric(String text, String modifiers) {
    if (text.strip().equalsIgnoreCase("nan")) {
      return Optional.of("NaN");
    }
    Optional<BigDecimal> value = decimal(text);
    int comma = modifiers.indexOf(',');
    if (modifiers.isEmpty()
        || comma < 0
        || !SCALE.matcher(modifiers).region(comma + 1, modifiers.length()).matches()) {
      return value.map(BigDecimal::toPlainString);
    }
    int scale = Integer.parseInt(modifiers.substring(comma + 1));
    return value.map(v -> v.setScale(scale, RoundingMode.HALF_UP).toPlainString());
  }

  private static Optional<String> binaryFloat(String text, boolean single) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "nan" -> Optional.of("NaN");
      case "infinity", "+infinity", "inf", "+inf" -> Optional.of("Infinity");
      case "-infinity", "-inf" -> Optional.of("-Infinity");
      default ->
          decimal(text)
              .map(d -> single ? Float.toString(d.floatValue()) : Double.toString(d.doubleValue()));
    };
  }

  /** Only the plain and the dollar forms: others depend on {@code lc_monetary}. */
  private static Optional<String> money(String text) {
    String amount = text.strip();
    if (!amount.matches("-?\\$?[0-9]{1,3}((,[0-9]{3})*|[0-9]*)(\\.[0-9]{1,15})?")) {
      return Optional.empty();
    }
    return decimal(amount.replace("$", "").replace(",", ""))
        .map(d -> d.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private static Optional<String> truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "tru", "tr", "t", "yes", "ye", "y", "on", "1" -> Optional.of("true");
      case "false", "fals", "fal", "fa", "f", "no", "n", "off", "of", "0" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private static String cut(String text, String length) {
    if (!LENGTH.matcher(length).matches()) {
      return text;
    }
    int most = Integer.parseInt(length);
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static Optional<String> uuid(String text) {
    String inner =
        text.startsWith("{") && text.endsWith("}") && text.length() > 1
            ? text.substring(1, text.length() - 1)
            : text;
    String digits = inner.replace("-", "").toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{32}") ? Optional.of(digits) : Optional.empty();
  }

  /** An oid has no sign: a negative one is taken for the number of the same four bytes. */
  private static String unsigned(String whole) {
    BigInteger value = new BigInteger(whole);
    boolean wraps = value.signum() < 0 && value.bitLength() < Integer.SIZE;
    return wraps ? value.add(BigInteger.ONE.shiftLeft(Integer.SIZE)).toString() : whole;
  }

  /** A bit string may be spelled in hexadecimal with a leading x. */
  private static Optional<String> bits(String text) {
    if (text.matches("[bB]?[01]*")) {
      return Optional.of(text.replaceFirst("[bB]", ""));
    }
    if (!text.matches("[xX][0-9a-fA-F]*")) {
      return Optional.empty();
    }
    StringBuilder bits = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      String four = Integer.toBinaryString(Character.digit(text.charAt(i), 16));
      bits.append("0".repeat(4 - four.length())).append(four);
    }
    return Optional.of(bits.toString());
  }
}
