package dev.plumbline.cli;

import dev.plumbline.export.DrizzleGeneration;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationNames;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.migration.NewFile;
import dev.plumbline.migration.NewMigration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a new migration goes, and in whose style.
 *
 * @param folder the folder of migrations, which need not exist
 * @param style whose style
 * @param generation of Drizzle, when it is in that style
 * @param found what is there already
 */
record MigrationTarget(
    Path folder,
    MigrationStyle style,
    DrizzleGeneration generation,
    Optional<MigrationFolder.Found> found) {

  /** The styles as users name them. */
  enum Style {
    prisma(MigrationStyle.PRISMA),
    drizzle(MigrationStyle.DRIZZLE),
    flyway(MigrationStyle.FLYWAY),
    sql(MigrationStyle.PLAIN);

    private final MigrationStyle style;

    Style(MigrationStyle style) {
      this.style = style;
    }
  }

  /**
   * Looks at a folder.
   *
   * @param wanted the style that somebody asks for; without one that of the folder
   * @param newest the generation of Drizzle for a folder that has no migrations yet
   * @throws UserException when the folder is in another style
   */
  static MigrationTarget of(
      Path folder, Optional<Style> wanted, DrizzleGeneration newest, SchemaFiles names) {
    Optional<MigrationFolder.Found> found = MigrationFolder.find(folder, names);
    MigrationStyle style =
        wanted
            .map(it -> it.style)
            .or(() -> found.map(MigrationFolder.Found::style))
            .orElse(MigrationStyle.PRISMA);
    if (found.isPresent() && found.get().style() != style) {
      throw UserException.error(
          "the migrations in %s are in the style %s"
              .formatted(names.shown(folder), shown(found.get().style())),
          "Leave --style out, or name another folder with --dir.");
    }
    DrizzleGeneration generation =
        found
            .map(it ->
                it.layout() == MigrationFolder.Layout.FOLDERS
                    ? DrizzleGeneration.FOLDERS
                    : DrizzleGeneration.JOURNAL)
            .orElse(newest);
    return new MigrationTarget(folder, style, generation, found);
  }

  private static String shown(MigrationStyle style) {
    for (Style each : Style.values()) {
      if (each.style == style) {
        return each.name();
      }
    }
    throw new IllegalStateException("no name for " + style);
  }

  /** What the files of a migration of this name are called. */
  MigrationNames names(String word) {
    Instant now = Instant.now();
    boolean folders =
        found
            .map(it -> it.layout() == MigrationFolder.Layout.FOLDERS)
            .orElse(style != MigrationStyle.DRIZZLE || generation == DrizzleGeneration.FOLDERS);
    return switch (style) {
      case FLYWAY -> MigrationNames.flyway(versioned(), word, now);
      case PRISMA, DRIZZLE, PLAIN ->
          folders
              ? MigrationNames.folder(style, last(), word, now)
              : MigrationNames.numbered(last(), word, now);
    };
  }

  private String last() {
    return found.map(it -> it.files().getLast().name()).orElse("");
  }

  private List<String> versioned() {
    return found.stream()
        .flatMap(it -> it.files().stream())
        .map(MigrationFile::fileName)
        .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("r"))
        .toList();
  }

  /** Prisma's lock file, where it is missing. */
  Optional<NewFile> lock() {
    boolean missing =
        style == MigrationStyle.PRISMA
            && !Files.exists(folder.resolve(NewMigration.PRISMA_LOCK.path()));
    return missing ? Optional.of(NewMigration.PRISMA_LOCK) : Optional.empty();
  }
}
