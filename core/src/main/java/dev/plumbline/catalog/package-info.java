/// Reads a live database into a database schema.
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
