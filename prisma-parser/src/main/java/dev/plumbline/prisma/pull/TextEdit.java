package dev.plumbline.prisma.pull;

import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One place in a file that gets another text.
 *
 * @param file the file
 * @param start where what is replaced begins
 * @param end where it ends; {@code start} when something is only inserted
 * @param text what stands there instead
 */
record TextEdit(SourceFile file, int start, int end, String text) {

  static TextEdit replace(Span span, String text) {
    return new TextEdit(span.file(), span.start(), span.end(), text);
  }

  static TextEdit insert(SourceFile file, int at, String text) {
    return new TextEdit(file, at, at, text);
  }

  /** Takes away the whole lines of a span. */
  static TextEdit deleteLines(Span span) {
    return new TextEdit(
        span.file(), lineStart(span.file(), span.start()), lineEnd(span.file(), span.end()), "");
  }

  /** Where the line of an offset begins. */
  static int lineStart(SourceFile file, int offset) {
    return file.text().lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line behind that of an offset begins. */
  static int lineEnd(SourceFile file, int offset) {
    int end = file.text().indexOf('\n', offset);
    return end < 0 ? file.text().length() : end + 1;
  }

  /** The space before what stands at an offset. */
  static String indent(SourceFile file, int offset) {
    String line = file.text().substring(lineStart(file, offset), offset);
    return line.isBlank() ? line : "";
  }

  boolean collidesWith(TextEdit other) {
    boolean sameFile = file.equals(other.file);
    if (start == end || other.start == other.end) {
      return sameFile && start < other.end && other.start < end && start != other.start;
    }
    return sameFile && start < other.end && other.start < end;
  }

  /** A text after those edits that concern it; of two at one place the first comes first. */
  static String apply(SourceFile file, List<TextEdit> edits) {
    List<TextEdit> ordered =
        new ArrayList<>(edits.stream().filter(e -> e.file.equals(file)).toList());
    ordered.sort(Comparator.comparingInt(TextEdit::start));
    StringBuilder text = new StringBuilder();
    boolean returns = file.text().contains("\r\n");
    int at = 0;
    for (TextEdit edit : ordered) {
      String inserted = returns ? edit.text.replace("\n", "\r\n") : edit.text;
      text.append(file.text(), at, Math.max(at, edit.start)).append(inserted);
      at = Math.max(at, edit.end);
    }
    return text.append(file.text(), at, file.text().length()).toString();
  }
}
