/**
 * Prisma text to a tree that keeps every character.
 *
 * <p>Scope: one file, its lines and blocks, and the directives in its comments. Words: an
 * <em>item</em> stands at the top of a file, a <em>member</em> in a block; both may be a comment or
 * blank lines; an <em>unparsable</em> one is text that Prisma has no word for. {@link PrismaParser}
 * is the door; the checker and the formatter read the tree. Any text has a tree: what is wrong with
 * it is a diagnostic, never an exception. Nothing here knows what a name means.
 */
@NullMarked
package dev.plumbline.prisma.syntax;

import org.jspecify.annotations.NullMarked;
