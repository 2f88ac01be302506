/**
 * From a checked Prisma schema to the database that it stands for.
 *
 * <p>Scope: the names that Prisma gives to tables, columns, keys, indexes and join tables; its
 * types and defaults in Postgres's terms; the {@code @pg} directives and the comments. Words: to
 * <em>lower</em> is to say in Postgres's terms what a Prisma schema says; a name is <em>cut</em>
 * where it is longer than the 63 bytes that Postgres keeps.
 *
 * <p>Called by commands, through {@link dev.plumbline.prisma.lower.PrismaLowering}. It never reads
 * text, finds no errors (that is the checker's work, and what it refused does not come here) and
 * never asks a database.
 */
@NullMarked
package dev.plumbline.prisma.lower;

import org.jspecify.annotations.NullMarked;
