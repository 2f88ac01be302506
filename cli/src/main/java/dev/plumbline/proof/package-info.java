/**
 * Runs migrations in scratch databases and observes what they do there.
 *
 * <p>Scope: the locks that each statement takes, the tables that it writes anew or reads whole, its
 * time and its WAL; whether rows and values are kept; whether the way back leads back. Words: a
 * <em>trial</em> is one run of a script; a <em>census</em> counts and hashes the rows of all
 * tables. The commands that judge migrations call it. It never connects to a database of somebody,
 * and says what it saw, not what to do about it.
 */
@NullMarked
package dev.plumbline.proof;

import org.jspecify.annotations.NullMarked;
