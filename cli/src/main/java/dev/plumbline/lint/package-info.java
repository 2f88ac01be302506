/**
 * Judges what migrations do, from what was seen of them in a scratch database.
 *
 * <p>Scope: the rules, what breaks them, how bad that is for tables of a certain size, and what
 * somebody has accepted. Words: a <em>rule</em> has a section of its name in the manual's page on
 * hazards; a <em>finding</em> is one place where it is broken. {@code plumb lint} calls it. It
 * understands no SQL: it knows what was there before a statement and after it.
 */
@NullMarked
package dev.plumbline.lint;

import org.jspecify.annotations.NullMarked;
