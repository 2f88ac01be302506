/**
 * What a checked Prisma schema says, as immutable values.
 *
 * <p>Scope: everything a schema can express, with Prisma's and Postgres's names side by side, and
 * the directives of {@code ///} comments already read. Words: a <em>name</em> is the one Prisma
 * uses; a <em>table name</em>, <em>column name</em> or <em>constraint name</em> is the one Postgres
 * sees ({@code @map}); a <em>directive</em> is a comment line that starts with {@code @pg}. The
 * checker builds these values and lowering reads them. They never hold a pointer back: a relation
 * names its models and fields. Nothing here derives a constraint name or a SQL text.
 */
@NullMarked
package dev.plumbline.prisma.model;

import org.jspecify.annotations.NullMarked;
