package dev.plumbline.cli;

import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The migrations of a folder, and the scripts beside them.
 *
 * @param shown the folder for people
 * @param path the folder
 * @param folder its migrations
 */
record Migrations(String shown, Path path, MigrationFolder.Found folder) {
  /**
   * Reads a folder.
   *
   * @throws UserException when it has no migrations
   */
  static Migrations read(Path folder, SchemaFiles files) {
    return new Migrations(files.shown(folder), folder, MigrationFolder.read(folder, files));
  }

  /** The script that takes a migration back, if there is one. */
  Optional<SourceFile> wayBack(MigrationFile file) {
    Path script =
        folder.style() == MigrationStyle.FLYWAY
            ? MigrationFolder.undo(path, file.name()).orElse(path.resolve(wayBackOf(file)))
            : path.resolve(wayBackOf(file));
    return Files.isRegularFile(script)
        ? Optional.of(SourceFile.of(shownWayBack(file), FileText.read(script, shownWayBack(file))))
        : Optional.empty();
  }

  /** Where it is looked for. */
  String shownWayBack(MigrationFile file) {
    return shown + "/" + wayBackOf(file);
  }

  private String wayBackOf(MigrationFile file) {
    return switch (folder.layout()) {
      case FOLDERS -> file.name() + "/down.sql";
      case FILES ->
          folder.style() == MigrationStyle.FLYWAY
              ? "U%s__%s".formatted(file.name(), file.fileName().replaceFirst("^.*?__", ""))
              : file.name().replaceFirst("(\\.up)?\\.sql$", "") + ".down.sql";
    };
  }

  /** The migration of a name, which may go without its ending, or of the number it begins with. */
  MigrationFile named(String name) {
    return only(name, List.of(name, name + ".sql"), String::equals)
        .or(() -> only(name, List.of(name + "_"), String::startsWith))
        .orElseThrow(() ->
            UserException.error(
                "%s has no migration %s".formatted(shown, name),
                "plumb migrate status lists them."));
  }

  private Optional<MigrationFile> only(
      String name, List<String> wanted, BiPredicate<String, String> fits) {
    List<MigrationFile> fitting =
        folder.files().stream()
            .filter(file -> wanted.stream().anyMatch(text -> fits.test(file.name(), text)))
            .toList();
    if (fitting.size() > 1) {
      throw UserException.error(
          "%s has several migrations that begin with %s".formatted(shown, name),
          "plumb migrate status lists them.");
    }
    return fitting.stream().findFirst();
  }
}
