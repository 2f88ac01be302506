/// Database schema to Prisma text.
@NullMarked
package dev.plumbline.prisma.pull;

import org.jspecify.annotations.NullMarked;
