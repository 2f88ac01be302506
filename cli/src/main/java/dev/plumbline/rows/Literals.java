package dev.plumbline.rows;

import dev.plumbline.sql.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constants in a condition as Postgres deparses it: values near them are worth a try. */
final class Literals {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?<text>(?:[^']|'')*+)'|\"(?:[^\"]|\"\")*+\"|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
              + "|(?<word>[A-Za-z_]\\w*)");

  private Literals() {}

  /** The texts in quotes, without them. */
  static List<String> texts(String condition) {
    List<String> texts = new ArrayList<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      if (token.group("text") != null) {
        texts.add(token.group("text").replace("''", "'"));
      }
    }
    return texts;
  }

  /** The numbers, also those in quotes: a negative one is {@code '-1'::integer}. */
  static List<String> numbers(String condition) {
    List<String> numbers = new ArrayList<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      String text = token.group("text");
      if (token.group("number") != null) {
        numbers.add(token.group("number"));
      } else if (text != null && text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
        numbers.add(text);
      }
    }
    return numbers;
  }

  /** The check of a domain, about a column. */
  static String withValue(String check, String column) {
    return TOKEN
        .matcher(check)
        .replaceAll(token ->
            Matcher.quoteReplacement(
                "VALUE".equals(token.group("word")) ? Quoting.identifier(column) : token.group()));
  }
}
