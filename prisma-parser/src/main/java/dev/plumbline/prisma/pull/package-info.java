/**
 * Database schema to Prisma text.
 *
 * <p>Scope: {@link dev.plumbline.prisma.pull.SchemaPatch} changes the text of a schema so that it
 * says what a database is, and leaves all else in it as it is written. It never reads a database
 * and never checks what it wrote.
 */
@NullMarked
package dev.plumbline.prisma.pull;

import org.jspecify.annotations.NullMarked;
