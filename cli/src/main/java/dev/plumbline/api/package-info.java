/**
 * The door for programs and tests on the JVM.
 *
 * <p>Scope: {@link dev.plumbline.api.Plumbline} compares a database with a Prisma schema, {@link
 * dev.plumbline.api.DatabaseAssert} says in a test that they are in sync. It never writes to a
 * database, prints nothing and ends no process.
 */
@NullMarked
package dev.plumbline.api;

import org.jspecify.annotations.NullMarked;
