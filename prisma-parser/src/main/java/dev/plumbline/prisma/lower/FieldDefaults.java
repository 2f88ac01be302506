package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.DefaultValue.Literal;
import dev.plumbline.schema.DefaultValue.LiteralForm;
import dev.plumbline.schema.SqlExpression;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Database defaults of {@code @default(…)}. */
final class FieldDefaults {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "(\\d+-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?([Zz]|[+-]\\d\\d:\\d\\d)");

  private FieldDefaults() {}

  static DefaultValue lower(FieldDefault value) {
    return switch (value) {
      case FieldDefault.Constant constant -> literal(constant.value());
      case FieldDefault.ConstantList list ->
          new DefaultValue.ArrayLiteral(
              list.values().stream().map(FieldDefaults::literal).toList());
      case FieldDefault.Now now ->
          new DefaultValue.Expression(new SqlExpression("CURRENT_TIMESTAMP"));
      case FieldDefault.DatabaseGenerated generated -> generated(generated);
      // A sequence's default is made where the sequence is; a client's default is not a database's.
      case FieldDefault.Autoincrement autoincrement -> new DefaultValue.None();
      case FieldDefault.ClientGenerated client -> new DefaultValue.None();
    };
  }

  private static DefaultValue generated(FieldDefault.DatabaseGenerated generated) {
    return generated
        .sql()
        .<DefaultValue>map(sql -> new DefaultValue.Expression(new SqlExpression(sql)))
        .orElseGet(DefaultValue.Unspecified::new);
  }

  private static Literal literal(Value value) {
    return switch (value) {
      case Value.Text text -> new Literal(LiteralForm.STRING, text.text());
      case Value.Number number -> new Literal(LiteralForm.NUMBER, number(number));
      case Value.Truth truth -> new Literal(LiteralForm.BOOLEAN, Boolean.toString(truth.value()));
      case Value.DateAndTime moment ->
          new Literal(LiteralForm.STRING, asPrismaPrints(moment.text()));
      case Value.Json json -> new Literal(LiteralForm.STRING, json.text());
      case Value.Bytes bytes ->
          new Literal(
              LiteralForm.STRING,
              "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(bytes.base64())));
      case Value.EnumLabel label -> new Literal(LiteralForm.STRING, label.label());
    };
  }

  private static String number(Value.Number number) {
    return number.isBeyondPostgres()
        ? number.digits()
        : new BigDecimal(number.digits()).toPlainString();
  }

  // 2020-01-01T00:00:00.5Z is printed as 2020-01-01 00:00:00.500 +00:00.
  private static String asPrismaPrints(String moment) {
    Matcher parts = RFC_3339.matcher(moment);
    if (!parts.matches()) {
      throw new IllegalStateException("the checker let through a date that is none: " + moment);
    }
    String fraction = parts.group(3);
    String zone = parts.group(4).equalsIgnoreCase("z") ? "+00:00" : parts.group(4);
    return parts.group(1)
        + " "
        + parts.group(2)
        + (fraction == null ? "" : fraction(fraction))
        + " "
        + zone.replace("-00:00", "+00:00");
  }

  // Three, six or nine digits, as few as the value needs.
  private static String fraction(String digits) {
    String nine = (digits + "000000000").substring(0, 9);
    if (nine.equals("000000000")) {
      return "";
    }
    int length = nine.endsWith("000000") ? 3 : nine.endsWith("000") ? 6 : 9;
    return "." + nine.substring(0, length);
  }
}
