/**
 * Reads a live Postgres 13 to 18 into a {@link dev.plumbline.schema.DatabaseSchema}.
 *
 * <p>Scope: one door, {@link dev.plumbline.catalog.CatalogReader}, and one {@code .sql} resource
 * for each query it runs. Words: a <em>query</em> is one of those files, a <em>run</em> is one
 * execution of it, a <em>relation</em> is what {@code pg_class} lists, an <em>oid</em> joins the
 * rows of two queries and never leaves this package. Whoever compares with a database, replays
 * migrations or advises on indexes calls it. It never writes, never waits long for a lock, never
 * runs a query for each object, reads nothing that CONNECT does not allow, and leaves the
 * connection as it was.
 *
 * <p>Canonical form. Every text that Postgres deparses (defaults, checks, predicates, definitions)
 * is read under {@code search_path = pg_catalog, pg_temp} and fixed output settings, so that it
 * depends on nobody's session: names of {@code pg_catalog} stand bare, all other names are
 * qualified. Expressions lose one enclosing pair of parentheses. Types, keys and actions come from
 * the catalog's own columns and not from text. What a member of an extension is, what a parent
 * table hands down to its partitions and children, and what Postgres makes by itself (row types,
 * arrays, TOAST tables, the triggers behind foreign keys) is not listed.
 *
 * <p>A line of a {@code .sql} file that ends in {@code -- from 15} is sent to Postgres 15 and newer
 * only, one that ends in {@code -- before 15} to older servers only. {@code :namespaces} stands for
 * the oids of the managed namespaces.
 */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
