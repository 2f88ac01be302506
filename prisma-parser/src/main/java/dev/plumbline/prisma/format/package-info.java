/**
 * Syntax tree to text, in the layout that {@code prisma format} gives it.
 *
 * <p>Scope: the layout of files. Words: a <em>row</em> is a line of a block, a <em>group</em> the
 * rows between two blank lines, whose columns stand below each other; the block attributes are the
 * last group. {@link PrismaFormatter} is the door. Every character that is not white space is kept,
 * also those of lines that Prisma has no word for, and formatting what is formatted changes
 * nothing. Nothing here knows what a name means: what relations lack, the checker writes into the
 * text first.
 */
@NullMarked
package dev.plumbline.prisma.format;

import org.jspecify.annotations.NullMarked;
