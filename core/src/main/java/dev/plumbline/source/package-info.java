/**
 * Text that a person wrote, and what is said about it.
 *
 * <p>Scope: source files, places in them, and diagnostics. Words: a <em>span</em> is a range of
 * UTF-16 offsets in one file; a <em>position</em> is its line and column for people; a
 * <em>diagnostic</em> is one message about one span. Everybody may use it. It never reads a file,
 * prints, or knows any language.
 */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
