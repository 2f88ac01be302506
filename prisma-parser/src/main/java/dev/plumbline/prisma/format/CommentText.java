package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.Comment;
import java.util.ArrayList;
import java.util.List;

/** The lines of a comment that stands by itself. */
final class CommentText {
  private CommentText() {}

  static List<String> lines(Comment comment) {
    return switch (comment.kind()) {
      case LINE, DOCUMENTATION -> List.of(comment.span().text());
      case BLOCK -> blockLines(comment.span().text());
    };
  }

  // One star before each line, which the comment may or may not have had; no blank lines.
  private static List<String> blockLines(String text) {
    var lines = new ArrayList<String>();
    lines.add("/**");
    for (String line : text.substring(2, text.length() - 2).split("\n", -1)) {
      String content = trim(line);
      if (content.startsWith("*")) {
        content = trim(content.substring(1));
      }
      if (!content.isEmpty()) {
        lines.add(" * " + content);
      }
    }
    lines.add(" */");
    return lines;
  }

  private static String trim(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isWhiteSpace(line.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  // What Unicode calls white space; Java's own methods leave out the spaces that do not break.
  private static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }
}
