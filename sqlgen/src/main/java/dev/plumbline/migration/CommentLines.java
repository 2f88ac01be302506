package dev.plumbline.migration;

import java.util.List;

/** Texts as lines of a SQL comment, which no line break ends and no tool takes for its marker. */
final class CommentLines {
  private static final String BREAKPOINT = "--> statement-breakpoint";

  private CommentLines() {}

  /** The lines of a text. */
  static List<String> of(String text) {
    return harmless(text.strip().lines().toList());
  }

  /** The same lines, none of which holds more than one line or a marker. */
  static List<String> harmless(List<String> lines) {
    return lines.stream()
        .map(line -> line.replace('\0', ' ').replaceAll("\\R", " ").stripTrailing())
        .map(line -> line.replace(BREAKPOINT, "-- > statement-breakpoint"))
        .toList();
  }
}
