package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationHistory;
import dev.plumbline.migration.MigrationStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
   * @param migrations the folder
   * @param address the database
   * @param variables the environment
   */
  record Meant(Migrations migrations, DatabaseAddress address, Variables variables) {
    MigrationStyle style() {
      return folder().style();
    }

    /** The folder beside what a database notes. */
    MigrationHistory history(Optional<List<AppliedMigration>> noted) {
      return new MigrationHistory(style(), folder().files(), noted.orElse(List.of()));
    }

    /** Connects, and keeps other runs out. */
    MigrationSession session(RunOptions options, Progress progress) {
      return MigrationSession.open(address.url(), variables.all(), style(), options, progress);
    }

    String shown() {
      return migrations.shown();
    }

    MigrationFolder.Found folder() {
      return migrations.folder();
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
      DatabaseAddress address = DatabaseAddress.find(url, Optional::empty, config, variables);
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
    DatabaseAddress address = DatabaseAddress.find(url, project::datasource, config, ofProject);
    return meant(folder, files, address, ofProject);
  }

  private static Meant meant(
      Path folder, SchemaFiles files, DatabaseAddress address, Variables variables) {
    return new Meant(Migrations.read(folder, files), address, variables);
  }
}
