/**
 * Makes rows up, so that what is tried in a database meets some.
 *
 * <p>Scope: filling the tables of a scratch database with rows that their types, keys, foreign keys
 * and checks let in, and saying which tables could not be filled. The rows are the same in every
 * run. It works on a database that nobody else uses, since it lets triggers rest; it never looks at
 * anybody's own rows.
 */
@NullMarked
package dev.plumbline.rows;

import org.jspecify.annotations.NullMarked;
