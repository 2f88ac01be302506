package dev.plumbline.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.plumbline.report.Paint;
import java.util.ArrayList;
import java.util.List;

/** What changed in a text, as {@code diff -u} shows it and {@code patch} reads it. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private final List<Edit> edits = new ArrayList<>();
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(Paint paint) {
    this.paint = paint;
  }

  /** A line of both texts or of one of them. */
  private record Edit(char sign, String line) {
    boolean isChange() {
      return sign != ' ';
    }
  }

  /**
   * A line, and what of it is compared first.
   *
   * @param text the line
   * @param content its characters that are not white space
   */
  private record Line(String text, String content) {
    static Line of(String text) {
      return new Line(text, text.replaceAll("\\s+", ""));
    }
  }

  /** Shows what changed between two texts of one file. */
  static String of(String name, String before, String after, Paint paint) {
    return of(name, name, before, after, paint);
  }

  /** The same as {@code git apply} and {@code patch -p1} read it. */
  static String ofVersions(String name, String before, String after, Paint paint) {
    String file = name.startsWith("/") ? name.substring(1) : name;
    return of("a/" + file, "b/" + file, before, after, paint);
  }

  private static String of(
      String nameBefore, String nameAfter, String before, String after, Paint paint) {
    var diff = new UnifiedDiff(paint);
    diff.compare(lines(before), lines(after));
    diff.out.append(paint.strong("--- " + ended(nameBefore))).append('\n');
    diff.out.append(paint.strong("+++ " + ended(nameAfter))).append('\n');
    diff.writeHunks();
    return diff.out.toString();
  }

  // A tab says that the spaces before it belong to the name.
  private static String ended(String name) {
    return name.contains(" ") ? name + "\t" : name;
  }

  // Formatting moves little and changes the space in much, so that lines of the same content are
  // found first: comparing whole lines would take a time with the square of the changed lines.
  private void compare(List<Line> before, List<Line> after) {
    int at = 0;
    int there = 0;
    var deltas = DiffUtils.diff(before, after, (a, b) -> a.content().equals(b.content()));
    for (AbstractDelta<Line> delta : deltas.getDeltas()) {
      int start = delta.getSource().getPosition();
      same(before.subList(at, start), after.subList(there, delta.getTarget().getPosition()));
      delta.getSource().getLines().forEach(line -> edits.add(new Edit('-', line.text())));
      delta.getTarget().getLines().forEach(line -> edits.add(new Edit('+', line.text())));
      at = start + delta.getSource().size();
      there = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    same(before.subList(at, before.size()), after.subList(there, after.size()));
  }

  // Of the same content, but perhaps not the same: then one block of lines for each text.
  private void same(List<Line> before, List<Line> after) {
    int at = 0;
    while (at < before.size()) {
      int end = at;
      while (end < before.size() && !before.get(end).text().equals(after.get(end).text())) {
        end++;
      }
      before.subList(at, end).forEach(line -> edits.add(new Edit('-', line.text())));
      after.subList(at, end).forEach(line -> edits.add(new Edit('+', line.text())));
      if (end < before.size()) {
        edits.add(new Edit(' ', before.get(end).text()));
      }
      at = end + 1;
    }
  }

  private void writeHunks() {
    int at = 0;
    int lineBefore = 1;
    int lineAfter = 1;
    while (at < edits.size()) {
      int end = hunkEnd(at);
      if (end > at) {
        writeHunk(edits.subList(at, end), lineBefore, lineAfter);
      }
      int next = Math.max(end, at + 1);
      for (Edit edit : edits.subList(at, next)) {
        lineBefore += edit.sign() == '+' ? 0 : 1;
        lineAfter += edit.sign() == '-' ? 0 : 1;
      }
      at = next;
    }
  }

  // The end of the hunk that starts at an edit, or the edit if none does.
  private int hunkEnd(int start) {
    int end = start;
    int reach = start + CONTEXT;
    for (int i = start; i < edits.size() && i <= reach; i++) {
      if (edits.get(i).isChange()) {
        end = Math.min(i + 1 + CONTEXT, edits.size());
        reach = i + 2 * CONTEXT + 1;
      }
    }
    return end;
  }

  private void writeHunk(List<Edit> hunk, int lineBefore, int lineAfter) {
    long before = hunk.stream().filter(edit -> edit.sign() != '+').count();
    long after = hunk.stream().filter(edit -> edit.sign() != '-').count();
    String place = "@@ -" + range(lineBefore, before) + " +" + range(lineAfter, after) + " @@";
    out.append(paint.place(place)).append('\n');
    for (Edit edit : hunk) {
      String line = edit.sign() + edit.line();
      String shown =
          switch (edit.sign()) {
            case '-' -> paint.removed(line);
            case '+' -> paint.added(line);
            default -> line;
          };
      out.append(shown).append('\n');
    }
  }

  // Of no lines, the range is the line before.
  private static String range(int first, long count) {
    return (count == 0 ? first - 1 : first) + "," + count;
  }

  private static List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(Line.of(text.substring(start, end)));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(Line.of(text.substring(start) + NO_LINE_BREAK));
    }
    return lines;
  }
}
