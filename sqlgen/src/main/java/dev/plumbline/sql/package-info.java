/// A plan to SQL statements.
@NullMarked
package dev.plumbline.sql;

import org.jspecify.annotations.NullMarked;
