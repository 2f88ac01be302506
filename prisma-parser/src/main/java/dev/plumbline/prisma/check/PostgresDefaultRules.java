package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.prisma.model.NativeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Warns of defaults that Prisma accepts and Postgres refuses, at once or for the first row. */
final class PostgresDefaultRules {
  private static final Pattern UUID =
      Pattern.compile("(?i)(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}|\\{(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}\\}");
  private static final Pattern NO_ADDRESS = Pattern.compile("|[\\s\\S]*[^0-9a-fA-F.:/][\\s\\S]*");
  private static final Pattern BITS = Pattern.compile("[bB]?[01]*|[xX][0-9a-fA-F]*");
  private static final Pattern ESCAPED_NUL =
      Pattern.compile("[\\s\\S]*(?<!\\\\)(?:\\\\\\\\)*\\\\u0000[\\s\\S]*");
  private static final Pattern FAR_FROM_UTC = Pattern.compile(".*[+-](?:1[6-9]|2\\d):?\\d\\d");
  private static final BigInteger LARGEST_OID = BigInteger.valueOf(4_294_967_295L);

  private final Report report;

  PostgresDefaultRules(Report report) {
    this.report = report;
  }

  void check(ScalarDraft field) {
    field
        .defaultValue()
        .ifPresent(written ->
            written
                .value()
                .flatMap(value -> mistake(field, value))
                .ifPresent(mistake ->
                    report.warning(
                        SchemaRule.POSTGRES_TAKES_THE_DEFAULT,
                        written.expression().span(),
                        "Postgres refuses this default: " + mistake + ".")));
  }

  private static Optional<String> mistake(ScalarDraft field, FieldDefault value) {
    return switch (value) {
      case FieldDefault.Constant(Value one) -> mistake(field, one);
      case FieldDefault.ConstantList(List<Value> several) ->
          several.stream().flatMap(one -> mistake(field, one).stream()).findFirst();
      case FieldDefault.Autoincrement ignored -> mistakeOfSerial(field);
      case FieldDefault.Now ignored -> Optional.empty();
      case FieldDefault.DatabaseGenerated ignored -> Optional.empty();
      case FieldDefault.ClientGenerated ignored -> Optional.empty();
    };
  }

  private static Optional<String> mistakeOfSerial(ScalarDraft field) {
    PostgresType type = PostgresType.of(field);
    if (type.list()) {
      return Optional.of("there are no arrays of serials");
    }
    return type.name().equals("oid") ? Optional.of("an oid is no serial") : Optional.empty();
  }

  private static Optional<String> mistake(ScalarDraft field, Value value) {
    return switch (value) {
      case Value.Number number ->
          number.isBeyondPostgres()
              ? Optional.of("no number is so long")
              : ofNumber(field, number.digits());
      case Value.Text(String text) -> ofText(field, text);
      case Value.DateAndTime(String text) -> ofTime(text);
      case Value.Json(String text) -> ofJson(field, text);
      case Value.Truth ignored -> Optional.empty();
      case Value.Bytes ignored -> Optional.empty();
      case Value.EnumLabel ignored -> Optional.empty();
    };
  }

  private static Optional<String> ofNumber(ScalarDraft field, String digits) {
    BigDecimal number = new BigDecimal(digits);
    return switch (PostgresType.of(field).name()) {
      case "smallint" -> unless(fits(number, 16), "a smallint has 16 bits");
      case "integer" -> unless(fits(number, 32), "an integer has 32 bits");
      case "oid" ->
          unless(
              fits(number, 32) || number.toBigInteger().compareTo(LARGEST_OID) <= 0,
              "an oid has 32 bits");
      case "real" ->
          unless(!Float.isInfinite(number.floatValue()), "it is out of the range of a real");
      case "numeric" -> ofDecimal(field, number);
      default -> Optional.empty();
    };
  }

  private static boolean fits(BigDecimal number, int bits) {
    return number.toBigInteger().bitLength() < bits;
  }

  private static Optional<String> ofDecimal(ScalarDraft field, BigDecimal number) {
    List<Integer> arguments = field.nativeType().map(NativeType::arguments).orElse(List.of(65, 30));
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    int scale = arguments.get(1);
    int whole = arguments.get(0) - scale;
    return unless(
        number.signum() == 0 || digitsBeforePoint(number, scale, whole) <= whole,
        "it has more than " + whole + " digits before the point");
  }

  // Rounding can add one, which matters only where no more fit; then the number is short.
  private static long digitsBeforePoint(BigDecimal number, int scale, int whole) {
    long digits = (long) number.precision() - number.scale();
    if (digits != whole || number.scale() <= scale) {
      return digits;
    }
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
    return (long) rounded.precision() - rounded.scale();
  }

  private static Optional<String> ofText(ScalarDraft field, String text) {
    Optional<String> unreadable = unreadable(field, text);
    return unreadable.isPresent() ? unreadable : misfit(field, text);
  }

  /** Why a text is no value of the type of a field, whatever its length. */
  static Optional<String> unreadable(ScalarDraft field, String text) {
    return switch (PostgresType.of(field).name()) {
      case "uuid" -> unless(UUID.matcher(text).matches(), "`" + text + "` is no UUID");
      case "inet" ->
          unless(!NO_ADDRESS.matcher(text).matches(), "`" + text + "` is no network address");
      default -> Optional.empty();
    };
  }

  private static Optional<String> misfit(ScalarDraft field, String text) {
    return switch (PostgresType.of(field).name()) {
      case "character", "character varying" ->
          field.isList() ? Optional.empty() : ofLength(field, text);
      case "bit", "bit varying" -> field.isList() ? Optional.empty() : ofBits(field, text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofLength(ScalarDraft field, String text) {
    String end = text.replaceFirst(" +$", "");
    return most(field)
        .filter(most -> end.codePointCount(0, end.length()) > most)
        .map(most -> "it is longer than " + most);
  }

  // Without a number CHAR and BIT have one character.
  private static Optional<Integer> most(ScalarDraft field) {
    NativeType type = field.nativeType().orElseThrow();
    boolean one = type.kind() == NativeType.Kind.CHAR || type.kind() == NativeType.Kind.BIT;
    return type.arguments().stream().findFirst().or(() -> one ? Optional.of(1) : Optional.empty());
  }

  private static Optional<String> ofBits(ScalarDraft field, String text) {
    if (!BITS.matcher(text).matches()) {
      return Optional.of("it is no string of bits");
    }
    boolean hexadecimal = text.matches("[xX].*");
    int length = hexadecimal ? 4 * (text.length() - 1) : text.replaceFirst("^[bB]", "").length();
    boolean exactly = PostgresType.of(field).name().equals("bit");
    return most(field)
        .filter(most -> exactly ? length != most : length > most)
        .map(most -> "it has %d bits, the type %d".formatted(length, most));
  }

  private static Optional<String> ofTime(String text) {
    if (text.startsWith("0000")) {
      return Optional.of("there is no year 0");
    }
    return unless(!FAR_FROM_UTC.matcher(text).matches(), "no time zone is so far from UTC");
  }

  private static Optional<String> ofJson(ScalarDraft field, String text) {
    boolean binary = PostgresType.of(field).name().equals("jsonb");
    return unless(
        !binary || !ESCAPED_NUL.matcher(text).matches(), "jsonb cannot hold the character NUL");
  }

  private static Optional<String> unless(boolean fits, String mistake) {
    return fits ? Optional.empty() : Optional.of(mistake);
  }
}
