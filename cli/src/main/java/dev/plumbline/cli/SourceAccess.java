package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.Dependent;
import dev.plumbline.catalog.QueryRun;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.report.Words;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Gets what one source says from where it is: files, live databases, scratch servers. */
final class SourceAccess implements AutoCloseable {
  private final PlumbCommand plumb;
  private final Progress progress;
  private final Variables variables;
  private final SchemaFiles files;
  private final ScratchServers scratch;
  private final ReplayCache replays;

  SourceAccess(PlumbCommand plumb, Variables variables) {
    this.plumb = plumb;
    this.progress = new Progress(plumb);
    this.variables = variables;
    this.files = new SchemaFiles(plumb.surroundings());
    this.scratch = ScratchServers.of(plumb.surroundings().environment(), progress);
    this.replays = ReplayCache.of(plumb.surroundings().environment(), scratch);
  }

  /** The scratch servers of this run. */
  ScratchServers scratch() {
    return scratch;
  }

  /** Says what takes long. */
  Progress progress() {
    return progress;
  }

  /** How files are called. */
  SchemaFiles files() {
    return files;
  }

  /** What is said without a server; empty when one must be asked, or the other side. */
  Optional<SourcedSchema> text(SchemaSource source) {
    return switch (source) {
      case SchemaSource.Empty ignored ->
          Optional.of(SourcedSchema.plain("empty", DatabaseSchema.empty()));
      case SchemaSource.Saved saved -> {
        String name = files.shown(saved.file());
        String text = FileText.read(saved.file(), name);
        yield Optional.of(SourcedSchema.plain(name, Snapshot.read(text, name)));
      }
      case SchemaSource.Prisma ignored -> Optional.empty();
      case SchemaSource.Live ignored -> Optional.empty();
      case SchemaSource.Migrations ignored -> Optional.empty();
      case SchemaSource.Script ignored -> Optional.empty();
      case SchemaSource.Scripts ignored -> Optional.empty();
    };
  }

  /** What a database notes of its migrations; empty when it notes nothing in this style. */
  Optional<List<AppliedMigration>> history(DatabaseAddress address, MigrationStyle style) {
    return address.history(style, variables);
  }

  /** Reads a live database. */
  CatalogReading live(SchemaSource.Live live, CatalogOptions options) {
    try (LiveDatabase database = LiveDatabase.connect(live.address().url(), variables.all())) {
      return database.read(options);
    }
  }

  /** What of a database needs some of its objects; nothing of what is no live database. */
  List<Dependent> dependents(SchemaSource source, List<ObjectAddress> addresses) {
    if (!(source instanceof SchemaSource.Live live) || addresses.isEmpty()) {
      return List.of();
    }
    try (LiveDatabase database = LiveDatabase.connect(live.address().url(), variables.all())) {
      return database.dependents(addresses);
    }
  }

  /** The checksum of a database's catalogs; empty when it cannot be asked. */
  Optional<String> checksum(DatabaseAddress address) {
    try (LiveDatabase database = LiveDatabase.connect(address.url(), variables.all())) {
      return database.checksum();
    }
  }

  /** What scripts make in a scratch server of a version. */
  SourcedSchema replay(
      SchemaSource source, CatalogOptions options, Optional<String> namespace, int major) {
    List<SourceFile> scripts = scripts(source);
    String key = replays.key(scratch.version(major), namespace, options, scripts);
    CatalogReading reading =
        replays.find(key).orElseGet(() -> run(scripts, options, namespace, major, key));
    return named(source, reading);
  }

  private CatalogReading run(
      List<SourceFile> scripts,
      CatalogOptions options,
      Optional<String> namespace,
      int major,
      String key) {
    try (ScratchDatabase database = scratch.open(major)) {
      progress.accept("running " + Words.count(scripts.size(), "script"));
      namespace.ifPresent(database::makeDefault);
      database.run(scripts);
      CatalogReading reading = database.read(options);
      replays.keep(key, reading);
      return reading;
    }
  }

  private List<SourceFile> scripts(SchemaSource source) {
    if (source instanceof SchemaSource.Migrations migrations) {
      return MigrationFolder.read(migrations.folder(), files).scripts();
    } else if (source instanceof SchemaSource.Scripts some) {
      return some.scripts();
    } else if (source instanceof SchemaSource.Script script) {
      String name = files.shown(script.file());
      return List.of(SourceFile.of(name, FileText.read(script.file(), name)));
    }
    throw new IllegalStateException("no scripts in " + source);
  }

  /** What was read, under the name of its source. */
  SourcedSchema named(SchemaSource source, CatalogReading reading) {
    if (plumb.debug()) {
      for (QueryRun run : reading.runs()) {
        plumb
            .surroundings()
            .err()
            .println(
                "debug: %5d ms  query %s, %s"
                    .formatted(run.time().toMillis(), run.query(), Words.count(run.rows(), "row")));
      }
    }
    return SourcedSchema.of(source.name(files), reading);
  }

  @Override
  public void close() {
    progress.close();
    scratch.close();
  }
}
