/// Prisma model to database schema.
@NullMarked
package dev.plumbline.prisma.lower;

import org.jspecify.annotations.NullMarked;
