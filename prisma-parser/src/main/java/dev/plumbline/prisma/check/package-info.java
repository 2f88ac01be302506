/**
 * Syntax trees to a model, with diagnostics.
 *
 * <p>Scope: what Prisma's validation refuses for PostgreSQL, the directives, and the building of
 * the model. Words: a <em>draft</em> is a declaration on its way to the model; a <em>rule</em> is
 * something that must hold, with a stable code. Passes run in Prisma's order: names, types,
 * attributes, settings, relations, and then, only over drafts without errors, the rules that look
 * at a schema as a whole. {@link PrismaChecker} is the door. Nothing here reads a file or derives
 * SQL.
 */
@NullMarked
package dev.plumbline.prisma.check;

import org.jspecify.annotations.NullMarked;
