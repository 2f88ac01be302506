/// Statements to migration files of every style.
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
