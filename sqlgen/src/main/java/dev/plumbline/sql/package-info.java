/**
 * A plan spelled as SQL.
 *
 * <p>Scope: {@link dev.plumbline.sql.SqlRenderer} gives the {@link dev.plumbline.sql.Statement}s of
 * a plan in one {@link dev.plumbline.sql.SqlStyle}; {@link dev.plumbline.sql.SqlScript} joins them
 * to a script. Words: a <em>statement</em> is one SQL command without its semicolon; a
 * <em>fragment</em> is a piece of SQL that is right as it stands. There is one FreeMarker template
 * for each operation, and an output format of our own turns every bare string that a template
 * prints into a quoted identifier, so that only fragments can be anything else. The command line
 * and the migration formats call it. It never decides what to do, in which order or at what risk:
 * that is the plan's.
 */
@NullMarked
package dev.plumbline.sql;

import org.jspecify.annotations.NullMarked;
