/// Syntax tree to text.
@NullMarked
package dev.plumbline.prisma.format;

import org.jspecify.annotations.NullMarked;
