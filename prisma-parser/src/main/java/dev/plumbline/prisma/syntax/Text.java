package dev.plumbline.prisma.syntax;

import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;

/**
 * A source text and where its lines, white space and comments end. Searches that a text could
 * repeat from every line are remembered, so that no text takes more than linear time.
 */
final class Text {
  private static final int UNKNOWN = -1;

  private final SourceFile file;
  private final String characters;
  private int commentSearchedFrom = UNKNOWN;
  private int commentEnd = UNKNOWN;
  private int lineEndSearchedFrom = UNKNOWN;
  private int lineEndFound = UNKNOWN;
  private Span latest;

  Text(SourceFile file) {
    this.file = file;
    this.characters = file.text();
    this.latest = new Span(file, 0, 0);
  }

  SourceFile file() {
    return file;
  }

  int length() {
    return characters.length();
  }

  String characters() {
    return characters;
  }

  // What stands in what is often all of it: both then share their span.
  Span span(int start, int end) {
    if (latest.start() != start || latest.end() != end) {
      latest = new Span(file, start, end);
    }
    return latest;
  }

  boolean startsWith(String prefix, int offset) {
    return characters.startsWith(prefix, offset);
  }

  boolean atLineBreak(int offset) {
    return offset < length() && isBreak(characters.charAt(offset));
  }

  /** The offset of the first character that is neither a tab nor a Unicode space separator. */
  int skipSpace(int offset) {
    int at = offset;
    while (at < length() && isSpace(characters.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset behind the line break at an offset, or the offset if there is none. */
  int skipLineBreak(int offset) {
    if (!atLineBreak(offset)) {
      return offset;
    }
    return startsWith("\r\n", offset) ? offset + 2 : offset + 1;
  }

  /** The offset of the line break that ends the line of an offset, or the end of the text. */
  int lineEnd(int offset) {
    if (lineEndSearchedFrom != UNKNOWN && lineEndSearchedFrom <= offset && offset <= lineEndFound) {
      return lineEndFound;
    }
    int at = offset;
    while (at < length() && !isBreak(characters.charAt(at))) {
      at++;
    }
    lineEndSearchedFrom = offset;
    lineEndFound = at;
    return at;
  }

  /** The offset with the space before it taken away, but no further than another offset. */
  int trimEnd(int start, int end) {
    int at = end;
    while (at > start && isSpace(characters.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The offset behind the comment in slashes and stars that starts at an offset, or -1. */
  int blockCommentEnd(int offset) {
    int from = offset + 2;
    boolean remembered =
        commentSearchedFrom != UNKNOWN
            && commentSearchedFrom <= from
            && (commentEnd == UNKNOWN || from <= commentEnd);
    if (!remembered) {
      commentSearchedFrom = from;
      commentEnd = characters.indexOf("*/", from);
    }
    return commentEnd == UNKNOWN ? UNKNOWN : commentEnd + 2;
  }

  /** Whether nothing but space stands between an offset and the end of its line. */
  boolean restOfLineIsBlank(int offset) {
    return atLineBreak(skipSpace(offset));
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
