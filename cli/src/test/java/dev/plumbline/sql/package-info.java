/** SQL as real servers understand it. */
@NullMarked
package dev.plumbline.sql;

import org.jspecify.annotations.NullMarked;
