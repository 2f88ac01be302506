/**
 * Runs migrations in somebody's database, in the history of the tool whose they are.
 *
 * <p>Scope: the lock that lets one run at a time, the history tables of Prisma, Drizzle, Flyway and
 * of plain files, running a migration so that no end of a process leaves it half noted, and going
 * on where a killed run stopped. Words: a <em>unit</em> is what runs in one transaction, or a
 * single statement that may run in none; the <em>journal</em> notes how many units of a migration
 * ran that does not fit one transaction. The commands of {@code migrate} call it. It is the only
 * package that writes to a database that somebody else runs; it reads no files and never prints.
 */
@NullMarked
package dev.plumbline.apply;

import org.jspecify.annotations.NullMarked;
