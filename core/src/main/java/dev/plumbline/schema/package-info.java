/**
 * A Postgres database as values: everything that a hand can change in one, and nothing else.
 *
 * <p>Scope: {@link dev.plumbline.schema.DatabaseSchema} and the objects it holds. Words are
 * Postgres's own: a <em>namespace</em> is what SQL calls a schema, an <em>object name</em> is a
 * namespace and a name, an <em>object address</em> points at an object or a part of one. Both edges
 * (the lowering of a Prisma schema and the catalog reader) build these values in canonical form, so
 * that equal objects are equal values. Everybody may use it. It never reads a database, never
 * prints SQL, and its values never point back at their owners.
 */
@NullMarked
package dev.plumbline.schema;

import org.jspecify.annotations.NullMarked;
