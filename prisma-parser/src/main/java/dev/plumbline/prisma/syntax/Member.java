package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/** What stands on a line of a block. */
public sealed interface Member {
  /** The text, without the trailing comment and the line break. */
  Span span();

  /** The comment behind it on its line. */
  Optional<Comment> trailingComment();

  /**
   * A field.
   *
   * @param name its name
   * @param colon the colon behind the name, which is a mistake
   * @param type its type, which may be missing by mistake
   * @param attributes its attributes in order
   * @param trailingComment the comment behind it
   * @param span the text
   */
  record FieldDeclaration(
      Identifier name,
      Optional<Span> colon,
      Optional<TypeReference> type,
      List<Attribute> attributes,
      Optional<Comment> trailingComment,
      Span span)
      implements Member {
    /** Copies the list. */
    public FieldDeclaration {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * {@code @@index(…)} and the like.
   *
   * @param attribute the attribute
   * @param trailingComment the comment behind it
   */
  record BlockAttribute(Attribute attribute, Optional<Comment> trailingComment) implements Member {
    @Override
    public Span span() {
      return attribute.span();
    }
  }

  /**
   * A value of an enum.
   *
   * @param name its name
   * @param attributes its attributes in order
   * @param trailingComment the comment behind it
   * @param span the text
   */
  record EnumValueDeclaration(
      Identifier name, List<Attribute> attributes, Optional<Comment> trailingComment, Span span)
      implements Member {
    /** Copies the list. */
    public EnumValueDeclaration {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * {@code key = value} in a datasource or generator.
   *
   * @param name the key
   * @param value the value, which may be missing by mistake
   * @param trailingComment the comment behind it
   * @param span the text
   */
  record Property(
      Identifier name, Optional<Expression> value, Optional<Comment> trailingComment, Span span)
      implements Member {}

  /**
   * A line that is none of these.
   *
   * @param span the line
   */
  record UnparsableLine(Span span) implements Member {
    @Override
    public Optional<Comment> trailingComment() {
      return Optional.empty();
    }
  }

  /**
   * A comment on a line of its own, or behind the opening brace.
   *
   * @param comment the comment
   */
  record CommentLine(Comment comment) implements Member {
    @Override
    public Span span() {
      return comment.span();
    }

    @Override
    public Optional<Comment> trailingComment() {
      return Optional.empty();
    }
  }

  /**
   * Blank lines.
   *
   * @param lines the lines
   */
  record Blank(BlankLines lines) implements Member {
    @Override
    public Span span() {
      return lines.span();
    }

    @Override
    public Optional<Comment> trailingComment() {
      return Optional.empty();
    }
  }
}
