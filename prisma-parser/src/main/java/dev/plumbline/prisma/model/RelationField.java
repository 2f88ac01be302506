package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * A field that holds rows of a model. The {@link Relation} it is an end of stands in {@link
 * PrismaSchema#relations()}.
 *
 * @param name Prisma's name
 * @param target the model or view it holds rows of
 * @param arity how many rows
 * @param ignored {@code @ignore}
 * @param documentation the {@code ///} lines above and behind it
 * @param span the field's line
 */
public record RelationField(
    String name,
    String target,
    Arity arity,
    boolean ignored,
    Optional<String> documentation,
    Span span)
    implements Field {}
