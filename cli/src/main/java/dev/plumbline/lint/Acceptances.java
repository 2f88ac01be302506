package dev.plumbline.lint;

import dev.plumbline.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comments above a statement accept: {@code -- plumb:accept RULE reason}. */
final class Acceptances {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*--[ \\t]*plumb:accept[ \\t]+([a-z-]+)[ \\t]+(\\S.*?)[ \\t\\r]*$");

  private Acceptances() {}

  /**
   * Reads the comments above a statement.
   *
   * @param statement the statement
   * @param previous where the one before it ends
   * @return the reason for each rule
   */
  static Map<String, String> above(Span statement, int previous) {
    Map<String, String> reasons = new LinkedHashMap<>();
    String between = statement.file().text().substring(previous, statement.start());
    Matcher line = LINE.matcher(between);
    while (line.find()) {
      reasons.put(line.group(1), line.group(2));
    }
    return reasons;
  }
}
