/**
 * Tests of the catalog reader on real servers. {@code everything.sql} makes a database in which
 * each attribute has an unusual value; {@code changes.sql} changes them one by one.
 */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
