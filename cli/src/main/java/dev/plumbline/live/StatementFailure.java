package dev.plumbline.live;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Severity;
import dev.plumbline.source.Span;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Postgres says about a statement of a script, at its place in the script. */
public final class StatementFailure {
  private static final Pattern POSITION = Pattern.compile("\\n\\s*Position: (\\d+)");

  private StatementFailure() {}

  /**
   * The exception that says where a statement failed, and why.
   *
   * @param statement the statement
   * @param cause what the driver threw
   */
  public static ScriptException of(Span statement, SQLException cause) {
    return new ScriptException(describe(statement, cause), cause);
  }

  /**
   * The same, with what to do about it.
   *
   * @param help in sentences
   */
  public static ScriptException of(Span statement, SQLException cause, String help) {
    Diagnostic said = describe(statement, cause);
    return new ScriptException(
        Diagnostic.error(
            said.code(),
            said.span(),
            said.message(),
            said.help().map(hint -> hint + "\n" + help).orElse(help)),
        cause);
  }

  static Diagnostic describe(Span statement, SQLException cause) {
    String message = String.valueOf(cause.getMessage());
    return new Diagnostic(
        "sql." + cause.getSQLState(),
        Severity.ERROR,
        place(statement, message),
        firstLine(message),
        line(message, "Hint: "));
  }

  // Postgres counts characters from 1, and ours are the UTF-16 units that the span has.
  private static Span place(Span statement, String message) {
    Matcher position = POSITION.matcher(message);
    if (!position.find()) {
      return statement;
    }
    String text = statement.text();
    int characters = Integer.parseInt(position.group(1)) - 1;
    int offset =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    int end = offset;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return statement.file().span(statement.start() + offset, statement.start() + end);
  }

  private static Optional<String> line(String message, String label) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()))
        .findFirst();
  }

  static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.startsWith("ERROR: ") ? line.substring("ERROR: ".length()) : line;
  }
}
