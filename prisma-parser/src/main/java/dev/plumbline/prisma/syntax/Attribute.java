package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * An attribute of a field, value or block, or a directive.
 *
 * @param name the name without the {@code @}; native types have a dot: {@code db.VarChar}
 * @param arguments the parentheses, if there are any
 * @param span the text from the first {@code @} on
 */
public record Attribute(Identifier name, Optional<ArgumentList> arguments, Span span) {}
