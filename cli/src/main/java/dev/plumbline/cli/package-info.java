/**
 * The command {@code plumb}.
 *
 * <p>Scope: one class for each command, where a schema comes from ({@link
 * dev.plumbline.cli.SchemaSource}), and what a failure says. Words: the <em>surroundings</em> are
 * what a process is given: streams, environment, folder; a <em>report</em> is the result on
 * standard output; everything else goes to standard error. Nobody calls it but the shell. It never
 * compares, plans or writes SQL itself, and how a comparison looks is the work of {@code report}.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
