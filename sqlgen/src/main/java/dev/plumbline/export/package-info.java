/// A database schema to text that is not SQL.
@NullMarked
package dev.plumbline.export;

import org.jspecify.annotations.NullMarked;
