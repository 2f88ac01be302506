package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Span;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about the text of constants in defaults. */
final class DefaultRules {
  private static final Pattern INSTANT =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d+)?"
              + "(?:[Zz]|[+-](\\d\\d):?(\\d\\d))");
  private static final Pattern START_OF_INSTANT =
      Pattern.compile(
          "\\d{0,4}|\\d{4}-\\d{0,2}|\\d{4}-\\d\\d-\\d{0,2}"
              + "|\\d{4}-\\d\\d-\\d\\d[Tt ](\\d{0,2}|\\d\\d:\\d{0,2}|\\d\\d:\\d\\d:\\d{0,2}"
              + "|\\d\\d:\\d\\d:\\d\\d\\.\\d*|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?[+-][\\d:]{0,4})");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?=\\d|\\.\\d)[\\d_]*\\.?[\\d_]*(?:[eE][+-]?\\d+)?");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

  private final Report report;

  DefaultRules(Report report) {
    this.report = report;
  }

  void check(ScalarType type, Expression expression) {
    if (expression instanceof ArrayLiteral array) {
      array.elements().forEach(element -> check(type, element));
    } else if (expression instanceof StringLiteral(String value, Span span)) {
      checkText(type, value, span);
    } else if (expression instanceof NumberLiteral(String digits, Span span)
        && (type == ScalarType.INT || type == ScalarType.BIG_INT)) {
      integer(digits, span);
    }
  }

  private void checkText(ScalarType type, String value, Span span) {
    switch (type) {
      case JSON ->
          JsonText.mistake(value).ifPresent(mistake -> refuse(span, value, "JSON", mistake));
      case BYTES -> {
        if (!isBase64(value)) {
          refuse(span, value, "base64", "bytes are written in base64");
        }
      }
      case DATE_TIME ->
          instantMistake(value)
              .ifPresent(mistake ->
                  refuse(span, value, "a time of RFC 3339, such as 2020-01-31T12:00:00Z", mistake));
      case DECIMAL -> {
        if (!DECIMAL.matcher(value).matches()) {
          String mistake = value.isEmpty() ? "it is empty" : "a character is no digit";
          refuse("default", span, value, "a decimal number", mistake);
        }
      }
      case STRING, BOOLEAN, INT, BIG_INT, FLOAT -> {}
    }
  }

  private static boolean isBase64(String value) {
    if (value.length() % 4 != 0 || !BASE64.matcher(value).matches()) {
      return false;
    }
    byte[] bytes = Base64.getDecoder().decode(value);
    return Base64.getEncoder().encodeToString(bytes).equals(value);
  }

  private static Optional<String> instantMistake(String value) {
    Matcher matcher = INSTANT.matcher(value);
    if (!matcher.matches()) {
      boolean early = START_OF_INSTANT.matcher(value).matches();
      return Optional.of(early ? "it ends too early" : "it holds a wrong character");
    }
    boolean inRange =
        isDate(number(matcher, 1), number(matcher, 2), number(matcher, 3))
            && number(matcher, 4) < 24
            && number(matcher, 5) < 60
            && number(matcher, 6) <= 60
            && (matcher.group(7) == null || (number(matcher, 7) < 24 && number(matcher, 8) < 60));
    return inRange ? Optional.empty() : Optional.of("a part of it is out of range");
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException outOfRange) {
      return false;
    }
  }

  private void integer(String digits, Span span) {
    if (digits.contains(".")) {
      refuse(span, digits, "a whole number", "a character is no digit");
      return;
    }
    Optional<Long> value = Values.parseLong(digits);
    if (value.isEmpty()) {
      boolean negative = new BigInteger(digits).signum() < 0;
      String size = negative ? "small" : "large";
      refuse(span, digits, "a whole number", "it is too " + size);
    }
  }

  private void refuse(Span span, String value, String wanted, String mistake) {
    refuse("@default", span, value, wanted, mistake);
  }

  private void refuse(String attribute, Span span, String value, String wanted, String mistake) {
    report.inAttribute(
        SchemaRule.DEFAULT_IS_READABLE,
        attribute,
        span,
        "`" + value + "` is not " + wanted + ": " + mistake + ".");
  }
}
