package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationHistory;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which folder of migrations is meant, and which database. */
final class MigrationOptions {
  @Mixin private final MigrationPlace place = new MigrationPlace();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database, as postgresql://… or env:NAME; without it DATABASE_URL, or what the"
              + " datasource names.")
  private Optional<String> url = Optional.empty();

  /**
   * What is meant.
   *
   * @param shown the folder for people
   * @param path the folder
   * @param folder its migrations
   * @param address the database
   * @param variables the environment
   */
  record Meant(
      String shown,
      Path path,
      MigrationFolder.Found folder,
      DatabaseAddress address,
      Variables variables) {
    MigrationStyle style() {
      return folder.style();
    }

    /** The folder beside what a database notes. */
    MigrationHistory history(Optional<List<AppliedMigration>> noted) {
      return new MigrationHistory(style(), folder.files(), noted.orElse(List.of()));
    }

    /** Connects, and keeps other runs out. */
    MigrationSession session(RunOptions options, Progress progress) {
      return MigrationSession.open(address.url(), variables.all(), style(), options, progress);
    }

    /** The script that takes a migration back, if there is one. */
    Optional<SourceFile> wayBack(MigrationFile file) {
      Path script =
          style() == MigrationStyle.FLYWAY
              ? MigrationFolder.undo(path, file.name()).orElse(path.resolve(wayBackOf(file)))
              : path.resolve(wayBackOf(file));
      return Files.isRegularFile(script)
          ? Optional.of(
              SourceFile.of(shownWayBack(file), FileText.read(script, shownWayBack(file))))
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
            style() == MigrationStyle.FLYWAY
                ? "U%s__%s".formatted(file.name(), file.fileName().replaceFirst("^.*?__", ""))
                : file.name().replaceFirst("(\\.up)?\\.sql$", "") + ".down.sql";
      };
    }

    /**
     * The migration of a name, which may go without its ending, or of the number it begins with.
     */
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

  /** Finds both; the schema is read only where it is asked for one of them. */
  Meant find(PlumbCommand plumb) {
    Surroundings surroundings = plumb.surroundings();
    SchemaFiles files = new SchemaFiles(surroundings);
    Variables variables = Variables.of(surroundings, Optional.empty());
    ProjectConfig config = ProjectConfig.of(surroundings);
    Optional<Path> named = place.named(surroundings);
    if (named.isPresent() && url.isPresent()) {
      DatabaseAddress address = DatabaseAddress.find(url, Optional.empty(), config, variables);
      return meant(named.get(), files, address, variables);
    }
    PrismaProject project = place.project(surroundings);
    Variables ofProject = Variables.of(surroundings, Optional.of(project.files().folder()));
    Path folder =
        place
            .folder(surroundings, project)
            .orElseThrow(() ->
                UserException.error(
                    "there is no folder migrations beside the schema",
                    "Name one with --dir, or write the first migration: plumb migrate new NAME"));
    DatabaseAddress address = DatabaseAddress.find(url, project.datasource(), config, ofProject);
    return meant(folder, files, address, ofProject);
  }

  private static Meant meant(
      Path folder, SchemaFiles files, DatabaseAddress address, Variables variables) {
    return new Meant(
        files.shown(folder), folder, MigrationFolder.read(folder, files), address, variables);
  }
}
