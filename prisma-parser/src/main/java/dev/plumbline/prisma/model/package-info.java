/// What a checked Prisma schema says.
@NullMarked
package dev.plumbline.prisma.model;

import org.jspecify.annotations.NullMarked;
