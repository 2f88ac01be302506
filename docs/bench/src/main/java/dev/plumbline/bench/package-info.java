/** Measures how fast Plumbline is, alone and beside Prisma's engine. No test, and not shipped. */
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
