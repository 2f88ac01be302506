/// Syntax tree to model, with diagnostics.
@NullMarked
package dev.plumbline.prisma.check;

import org.jspecify.annotations.NullMarked;
