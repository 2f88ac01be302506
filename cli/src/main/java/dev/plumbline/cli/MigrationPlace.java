package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a schema and its migrations are, as the commands of {@code migrate} are told. */
final class MigrationPlace {
  @Option(
      names = "--schema",
      paramLabel = "SCHEMA",
      description = "The Prisma schema, a file or folder; the usual places without it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The folder of migrations; without it migrations beside the schema.")
  private Optional<String> dir = Optional.empty();

  /** The schema that is meant. */
  PrismaProject project(Surroundings surroundings) {
    return PrismaProject.read(surroundings, schema);
  }

  /** The schema that is meant, unless a folder is named and no schema is there. */
  Optional<PrismaProject> projectIfAny(Surroundings surroundings) {
    if (dir.isEmpty() || schema.isPresent()) {
      return Optional.of(project(surroundings));
    }
    try {
      return Optional.of(project(surroundings));
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  /** The folder that is named. */
  Optional<Path> named(Surroundings surroundings) {
    return dir.map(name -> SchemaFiles.path(surroundings, name));
  }

  /** The folder that is named, or else the one beside the schema, if there is one. */
  Optional<Path> folder(Surroundings surroundings, PrismaProject project) {
    return named(surroundings).or(() -> MigrationWitness.folder(project));
  }
}
