package dev.plumbline.cli;

import dev.plumbline.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a schema comes from: what {@code --from} and {@code --to} take. */
sealed interface SchemaSource {
  /** A database with nothing in it. */
  record Empty() implements SchemaSource {}

  /** A Prisma schema, which is read already. */
  record Prisma(PrismaProject project) implements SchemaSource {}

  /** A folder of migrations, which are replayed. */
  record Migrations(Path folder) implements SchemaSource {}

  /**
   * Some migrations of a folder, which are replayed.
   *
   * @param shown what they are called
   * @param scripts what they run, in that order
   */
  record Scripts(String shown, List<SourceFile> scripts) implements SchemaSource {
    /** Copies the list. */
    public Scripts {
      scripts = List.copyOf(scripts);
    }
  }

  /** A SQL script, which is run. */
  record Script(Path file) implements SchemaSource {}

  /** A live database. */
  record Live(DatabaseAddress address) implements SchemaSource {}

  /** What {@code --save} wrote. */
  record Saved(Path file) implements SchemaSource {}

  /** What the options take, for help. */
  String FORMS =
      "empty, a .prisma file or folder, a migrations folder, a .sql file, a postgresql:// URL,"
          + " env:NAME, or a snapshot .json";

  /**
   * Tells what a word on the command line means.
   *
   * @throws UserException when it is none of these
   */
  static SchemaSource of(String word, Surroundings surroundings, Variables variables) {
    if (word.equals("empty")) {
      return new Empty();
    } else if (word.equals(SchemaFiles.STANDARD_INPUT)) {
      return prisma(word, surroundings);
    } else if (DatabaseAddress.isOne(word)) {
      return new Live(DatabaseAddress.named(word, variables));
    }
    Path path = SchemaFiles.path(surroundings, word);
    if (Files.isDirectory(path)) {
      // A folder prisma holds schema and migrations; it is the schema then.
      return new SchemaFiles(surroundings).holdsSchema(path)
          ? prisma(word, surroundings)
          : new Migrations(path);
    } else if (!Files.exists(path)) {
      throw UserException.error("there is no file or folder " + word, "It can be " + FORMS + ".");
    }
    String name = word.toLowerCase(Locale.ROOT);
    if (name.endsWith(".prisma")) {
      return prisma(word, surroundings);
    } else if (name.endsWith(".sql")) {
      return new Script(path);
    } else if (name.endsWith(".json")) {
      return new Saved(path);
    }
    throw UserException.error(
        word + " is of no kind that holds a schema", "It can be " + FORMS + ".");
  }

  private static SchemaSource prisma(String word, Surroundings surroundings) {
    return new Prisma(PrismaProject.read(surroundings, Optional.of(word)));
  }

  /** The source in a few words. */
  default String name(SchemaFiles files) {
    return switch (this) {
      case Empty ignored -> "empty";
      case Prisma prisma -> prisma.project().name();
      case Migrations migrations -> files.shown(migrations.folder());
      case Script script -> files.shown(script.file());
      case Scripts scripts -> scripts.shown();
      case Live live -> live.address().url().toString();
      case Saved saved -> files.shown(saved.file());
    };
  }

  /** Whether it takes a scratch database to read it. */
  default boolean needsScratch() {
    return switch (this) {
      case Migrations ignored -> true;
      case Script ignored -> true;
      case Scripts ignored -> true;
      case Empty ignored -> false;
      case Prisma ignored -> false;
      case Live ignored -> false;
      case Saved ignored -> false;
    };
  }
}
