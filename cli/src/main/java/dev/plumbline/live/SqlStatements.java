package dev.plumbline.live;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a script into statements where psql does: at semicolons that stand in no string, quoted
 * name, dollar quote, comment, parenthesis or {@code BEGIN ATOMIC} body. Rows behind {@code COPY …
 * FROM stdin} are left out, since a schema does not depend on them.
 */
public final class SqlStatements {
  private static final Pattern COPY_ROWS = Pattern.compile("(?is)copy\\b.*\\bfrom\\s+stdin\\b.*");
  private static final Pattern ROUTINE =
      Pattern.compile("(?is)create\\s+(or\\s+replace\\s+)?(function|procedure)\\b.*");

  private final SourceFile file;
  private final String text;
  private final List<Span> statements = new ArrayList<>();
  private int at;
  // Where the current statement begins, or -1 while only blanks and comments were seen.
  private int start = -1;
  private int parentheses;
  private int blocks;

  private SqlStatements(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /**
   * The statements of a script, each without its semicolon and the comments before it.
   *
   * @throws ScriptException at a command of psql that is no SQL
   */
  public static List<Span> of(SourceFile file) {
    SqlStatements statements = new SqlStatements(file);
    statements.cut();
    return statements.statements;
  }

  private void cut() {
    while (at < text.length()) {
      int before = at;
      if (skipBlank()) {
        continue;
      }
      if (start < 0 && text.charAt(at) == '\\') {
        psqlCommand();
        continue;
      }
      if (start < 0 && text.charAt(at) != ';') {
        start = at;
        parentheses = 0;
        blocks = 0;
      }
      token();
      if (at == before) {
        throw new IllegalStateException("no progress at " + at);
      }
    }
    end(text.length());
  }

  private boolean skipBlank() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == '\uFEFF') {
      at++;
    } else if (text.startsWith("--", at)) {
      at = endOfLine(at);
    } else if (text.startsWith("/*", at)) {
      skipComment();
    } else {
      return false;
    }
    return true;
  }

  private void token() {
    char c = text.charAt(at);
    if (c == ';' && parentheses <= 0 && blocks == 0) {
      end(at);
      at++;
    } else if (c == '\'') {
      skipQuoted('\'', false);
    } else if (c == '"') {
      skipQuoted('"', false);
    } else if (c == '$' && skipDollarQuoted()) {
      return;
    } else if (isWordStart(c)) {
      word();
    } else {
      if (c == '(') {
        parentheses++;
      } else if (c == ')') {
        parentheses--;
      }
      at++;
    }
  }

  private void word() {
    int from = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at).toLowerCase(Locale.ROOT);
    if (word.equals("e") && at < text.length() && text.charAt(at) == '\'') {
      skipQuoted('\'', true);
    } else {
      block(word, from);
    }
  }

  // As psql does: BEGIN opens a body only in CREATE FUNCTION, and CASE needs its own END there.
  private void block(String word, int from) {
    switch (word) {
      case "begin" -> {
        if (blocks > 0 || isAtomicBody(from)) {
          blocks++;
        }
      }
      case "case" -> {
        if (blocks > 0) {
          blocks++;
        }
      }
      case "end" -> blocks = Math.max(0, blocks - 1);
      default -> {}
    }
  }

  private boolean isAtomicBody(int begin) {
    int limit = Math.min(begin, start + 200);
    return ROUTINE.matcher(text).region(start, limit).matches();
  }

  private void end(int end) {
    if (start < 0) {
      return;
    }
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    Span statement = file.span(start, last);
    start = -1;
    if (startsWithCopy(statement) && COPY_ROWS.matcher(statement.text()).matches()) {
      at = endOfRows(end);
    } else {
      statements.add(statement);
    }
  }

  private static boolean startsWithCopy(Span statement) {
    return statement.file().text().regionMatches(true, statement.start(), "copy", 0, 4);
  }

  // cut() steps over one more character, which is the semicolon in all other cases.
  private int endOfRows(int semicolon) {
    int row = endOfLine(semicolon);
    while (row < text.length()) {
      int next = endOfLine(row + 1);
      if (text.substring(Math.min(row + 1, next), next).strip().equals("\\.")) {
        return Math.min(next, text.length() - 1);
      }
      row = next;
    }
    return text.length() - 1;
  }

  // pg_dump writes these two since 2025; they keep psql from running what a server smuggles in.
  private void psqlCommand() {
    int end = endOfLine(at);
    String command = text.substring(at, end);
    if (!command.startsWith("\\restrict") && !command.startsWith("\\unrestrict")) {
      throw new ScriptException(
          Diagnostic.error(
              "sql.psql-command",
              file.span(at, end),
              "this is a command of psql and no SQL",
              "Leave it out, or put the SQL that it stands for here."));
    }
    at = end;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private void skipQuoted(char quote, boolean escapes) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (escapes && c == '\\') {
        at++;
      } else if (c == quote) {
        if (at >= text.length() || text.charAt(at) != quote) {
          return;
        }
        at++;
      }
    }
    at = Math.min(at, text.length());
  }

  private boolean skipDollarQuoted() {
    int end = at + 1;
    while (end < text.length() && isTagPart(text.charAt(end), end == at + 1)) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '$') {
      return false;
    }
    String tag = text.substring(at, end + 1);
    int close = text.indexOf(tag, end + 1);
    at = close < 0 ? text.length() : close + tag.length();
    return true;
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isTagPart(char c, boolean first) {
    return Character.isLetter(c) || c == '_' || c >= 0x80 || (!first && Character.isDigit(c));
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c >= 0x80 || Character.isDigit(c);
  }

  // A dollar sign within a name begins no quote.
  private static boolean isWordPart(char c) {
    return isWordStart(c) || c == '$';
  }
}
