/// Prisma text to a syntax tree that keeps every character.
@NullMarked
package dev.plumbline.prisma.syntax;

import org.jspecify.annotations.NullMarked;
