package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * A comment.
 *
 * @param kind how it is written
 * @param directive the directive, when the comment is one
 * @param unreadable whether the comment starts as a directive does but cannot be read as one
 * @param span the text with its slashes
 */
public record Comment(Kind kind, Optional<Directive> directive, boolean unreadable, Span span)
    implements Item {

  /** Whether the comment is documentation and not a directive. */
  public boolean documents() {
    return kind == Kind.DOCUMENTATION && directive.isEmpty() && !unreadable;
  }

  /** The text without its slashes and stars and the space around it. */
  public String content() {
    String text = span.text();
    return switch (kind) {
      case LINE -> text.substring(2).strip();
      case DOCUMENTATION -> text.substring(3).strip();
      case BLOCK -> text.substring(2, text.length() - 2).strip();
    };
  }

  /** How a comment is written. */
  public enum Kind {
    /** {@code // …}. */
    LINE,
    /** {@code /// …}. */
    DOCUMENTATION,
    /** Between slashes and stars. */
    BLOCK
  }

  /**
   * A comment line that starts with {@code @pg}.
   *
   * @param attribute its name, such as {@code pg.index}, and its arguments
   * @param note the {@code //} comment behind it on the same line
   */
  public record Directive(Attribute attribute, Optional<Comment> note) {
    /** The text from the {@code @} on. */
    public Span span() {
      return attribute.span();
    }
  }
}
