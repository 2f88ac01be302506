/// Statements to migration files of every style, and what such files and their histories say.
///
/// [MigrationHistory][dev.plumbline.migration.MigrationHistory] sets the files of a folder beside
/// what a database notes of them. Who reads files and databases calls it; it reads neither itself.
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
