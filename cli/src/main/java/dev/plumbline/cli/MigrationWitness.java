package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScriptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's own migrations as a witness: a trigger, a check or whatever else a Prisma schema
 * cannot speak of is no drift when the migrations make the very same. They are replayed only when
 * there is such a thing.
 */
final class MigrationWitness {
  private final SourceReader reader;
  private final PlumbCommand plumb;

  MigrationWitness(SourceReader reader, PlumbCommand plumb) {
    this.reader = reader;
    this.plumb = plumb;
  }

  /** The folder of migrations that belongs to a schema, in one of the places Prisma has for it. */
  static Optional<Path> folder(PrismaProject project) {
    Path folder = project.files().folder();
    return Stream.of(Optional.of(folder), Optional.ofNullable(folder.getParent()))
        .flatMap(Optional::stream)
        .map(parent -> parent.resolve("migrations"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /**
   * The differences that come from the migrations, each with where from.
   *
   * @param differences those that would count
   */
  Map<DriftEntry, String> explain(
      List<DriftEntry> differences, Path migrations, SchemaSource schema, int major) {
    if (differences.stream().noneMatch(Trait::mayBeOfMigrations)) {
      return Map.of();
    }
    SchemaSource.Migrations source = new SchemaSource.Migrations(migrations);
    try {
      SchemaComparison made = SchemaComparison.of(reader.readAt(major, source, schema), reader);
      return Trait.madeByMigrations(differences, Trait.of(made.entries()));
    } catch (ScriptException | LiveException | UserException e) {
      plumb.note("the migrations could not be asked who made what is unmanaged: " + e.getMessage());
      return Map.of();
    }
  }
}
