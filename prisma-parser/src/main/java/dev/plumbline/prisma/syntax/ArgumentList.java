package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The parentheses of an attribute or call.
 *
 * @param arguments the arguments in order
 * @param trailingComma the comma behind the last argument, which is a mistake
 * @param span the text with the parentheses
 */
public record ArgumentList(List<Argument> arguments, Optional<Span> trailingComma, Span span) {
  /** Copies the list. */
  public ArgumentList {
    arguments = List.copyOf(arguments);
  }

  /**
   * One argument.
   *
   * @param name its name, if it is written
   * @param value its value; missing by mistake in {@code name:}
   * @param span the text
   */
  public record Argument(Optional<Identifier> name, Optional<Expression> value, Span span) {}
}
