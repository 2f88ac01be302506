package dev.plumbline.cli;

import dev.plumbline.report.Paint;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * Prints diagnostics for people: the message, the place as {@code file:line:column}, the line with
 * a caret under what is meant, and the help.
 */
final class DiagnosticPrinter {
  // A minified or generated line is shown around the place only.
  private static final int WIDTH = 160;
  private static final int BEFORE = 60;

  private final PrintStream out;
  private final Paint paint;

  DiagnosticPrinter(PrintStream out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  void print(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      print(diagnostic);
    }
  }

  void print(Diagnostic diagnostic) {
    String word = diagnostic.isError() ? paint.error("error") : paint.warning("warning");
    Span span = diagnostic.span();
    Position from = span.from();
    String gutter = " ".repeat(Integer.toString(from.line()).length());
    out.println(
        word
            + paint.faint("[" + DiagnosticRules.label(diagnostic) + "]")
            + ": "
            + paint.strong(Paint.printable(diagnostic.message())));
    out.println(
        gutter
            + paint.place("--> " + span.file().name() + ":" + from.line() + ":" + from.column()));
    out.println(gutter + paint.place(" |"));
    line(span, from, diagnostic.isError());
    diagnostic
        .help()
        .ifPresent(help -> {
          out.println(gutter + paint.place(" |"));
          String[] lines = help.split("\n", -1);
          out.println(gutter + paint.place(" = ") + "help: " + Paint.printable(lines[0]));
          Arrays.stream(lines)
              .skip(1)
              .forEach(line -> out.println(gutter + "   " + Paint.printable(line)));
        });
    out.println();
  }

  private void line(Span span, Position from, boolean error) {
    String line = span.file().line(from.line());
    int start =
        line.offsetByCodePoints(
            0, Math.min(from.column() - 1, line.codePointCount(0, line.length())));
    int end = Math.clamp((long) start + (span.end() - span.start()), start, line.length());
    int first = line.length() > WIDTH ? cut(line, Math.max(0, start - BEFORE)) : 0;
    int last = cut(line, Math.min(line.length(), first + WIDTH));
    end = Math.clamp(end, start, Math.max(start, last));
    String marks = "^".repeat(Math.max(1, columns(line.substring(start, end))));
    out.println(paint.place(from.line() + " | ") + Paint.printable(line.substring(first, last)));
    out.println(
        " ".repeat(Integer.toString(from.line()).length())
            + paint.place(" | ")
            + indent(line.substring(first, start))
            + (error ? paint.error(marks) : paint.warning(marks)));
  }

  // Never between the halves of a character.
  private static int cut(String line, int offset) {
    boolean inside =
        offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
    return inside ? offset - 1 : offset;
  }

  // A tab is as wide as the terminal makes it, so it stands in the line of the caret too.
  private static String indent(String text) {
    StringBuilder indent = new StringBuilder();
    text.codePoints()
        .forEach(c -> indent.append(c == '\t' ? "\t" : " ".repeat(columns(Character.toString(c)))));
    return indent.toString();
  }

  private static int columns(String text) {
    return text.codePoints().map(DiagnosticPrinter::columns).sum();
  }

  private static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x2e80 && character <= 0xa4cf)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xf900 && character <= 0xfaff)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x1f300 && character <= 0x1faff)
            || (character >= 0x20000 && character <= 0x3fffd);
    return wide ? 2 : 1;
  }

  /** The place of a span as {@code file:line}. */
  static String shortPlace(Span span) {
    SourceFile file = span.file();
    return file.name() + ":" + span.from().line();
  }
}
