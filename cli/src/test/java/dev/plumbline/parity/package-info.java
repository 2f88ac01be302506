/**
 * Plumbline against the real Prisma engines and against Postgres.
 *
 * <p>Scope: what Plumbline makes of a Prisma schema is compared with what Prisma itself makes of
 * it, on real projects and on random schemas; and what Plumbline expects of a database is compared
 * with what Postgres made of Plumbline's DDL.
 *
 * <p>Words: the <em>oracle</em> is Prisma's engine in a node process. A <em>schema text</em> is one
 * or more files of Prisma text.
 *
 * <p>Where node or the engines are missing, these tests say so and count as skipped.
 */
@NullMarked
package dev.plumbline.parity;

import org.jspecify.annotations.NullMarked;
