/** Fills real databases with made-up rows. */
@NullMarked
package dev.plumbline.rows;

import org.jspecify.annotations.NullMarked;
