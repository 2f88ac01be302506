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
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.report.Words;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads schemas from wherever they are, two at a time: what one side says about namespaces and the
 * version of its server decides how the other is read.
 */
final class SourceReader implements AutoCloseable {
  static final String DEFAULT_NAMESPACE = "public";

  private final PlumbCommand plumb;
  private final Progress progress;
  private final Variables variables;
  private final SchemaFiles files;
  private final ScratchServers scratch;
  private final Optional<Integer> scratchMajor;
  private final CommentChoice comments;
  private final boolean namingOthers;
  private final ReplayCache replays;

  /**
   * A reader.
   *
   * @param scratchMajor the version of scratch servers, when somebody wants a certain one
   * @param comments which comments of Prisma schemas count
   */
  SourceReader(
      PlumbCommand plumb,
      Variables variables,
      Optional<Integer> scratchMajor,
      CommentChoice comments) {
    this(plumb, variables, scratchMajor, comments, false);
  }

  /**
   * A reader.
   *
   * @param scratchMajor the version of scratch servers, when somebody wants a certain one
   * @param comments which comments of Prisma schemas count
   * @param namingOthers whether databases name the namespaces too that nobody asks them about
   */
  SourceReader(
      PlumbCommand plumb,
      Variables variables,
      Optional<Integer> scratchMajor,
      CommentChoice comments,
      boolean namingOthers) {
    this.namingOthers = namingOthers;
    this.plumb = plumb;
    this.progress = new Progress(plumb);
    this.variables = variables;
    this.files = new SchemaFiles(plumb.surroundings());
    this.scratch = ScratchServers.of(plumb.surroundings().environment(), progress);
    this.scratchMajor = scratchMajor;
    this.comments = comments;
    this.replays = ReplayCache.of(plumb.surroundings().environment(), scratch);
  }

  /**
   * Both sides of a comparison.
   *
   * @param from the first
   * @param to the second
   */
  record Pair(SourcedSchema from, SourcedSchema to) {}

  /** Reads both sides of a comparison. */
  Pair read(SchemaSource from, SchemaSource to) {
    return read(from, to, scratchMajor, UnaryOperator.identity());
  }

  /** The same; what databases tell has a checksum of their catalogs. */
  Pair readWithChecksum(SchemaSource from, SchemaSource to) {
    return read(from, to, scratchMajor, CatalogOptions::withChecksum);
  }

  /**
   * The same sides with another text of the schema.
   *
   * @param namespace the one that the connection string names
   * @throws InvalidSchemaException when it has errors
   */
  Pair with(Pair sides, PrismaProject project, Optional<String> namespace) {
    LoweredSchema lowered =
        project.lower(
            new LoweringOptions(
                namespace.orElse(DEFAULT_NAMESPACE),
                comments.policy(Comments.any(sides.from().schema()))));
    return new Pair(sides.from(), SourcedSchema.of(project.name(), lowered));
  }

  /** Reads both sides of a comparison; what needs a scratch server gets one of this version. */
  Pair readAt(int major, SchemaSource from, SchemaSource to) {
    boolean there = scratchMajor.isEmpty() && scratch.majors().contains(major);
    return read(from, to, there ? Optional.of(major) : scratchMajor, UnaryOperator.identity());
  }

  /**
   * A database beside what scripts make, in all namespaces in which they make something; in that of
   * the connection string alone if it names one.
   */
  Pair readMade(SchemaSource.Live live, SchemaSource.Scripts scripts) {
    Optional<String> namespace = namespaceOfUrl(live);
    if (namespace.isPresent()) {
      return read(live, scripts);
    }
    SourcedSchema found =
        of(live.name(files), readLive(live, CatalogOptions.of(DEFAULT_NAMESPACE)));
    int major =
        scratchMajor
            .or(() -> found.server().map(server -> server.major()))
            .filter(scratch.majors()::contains)
            .orElseGet(scratch::defaultMajor);
    SourcedSchema made = replay(scripts, CatalogOptions.ofEveryNamespace(), namespace, major);
    List<String> others =
        made.schema().namespaces().stream()
            .map(Namespace::name)
            .filter(name -> !name.equals(DEFAULT_NAMESPACE))
            .toList();
    if (others.isEmpty()) {
      return new Pair(found, made);
    }
    List<String> all = new ArrayList<>(others);
    all.addFirst(DEFAULT_NAMESPACE);
    return new Pair(of(live.name(files), readLive(live, CatalogOptions.of(all))), made);
  }

  private Pair read(
      SchemaSource from,
      SchemaSource to,
      Optional<Integer> wanted,
      UnaryOperator<CatalogOptions> ofLive) {
    Optional<String> namespace = namespaceOfUrl(from).or(() -> namespaceOfUrl(to));
    Side first = new Side(from, namespace);
    Side second = new Side(to, namespace);
    CatalogOptions options = options(first, second);
    if (isLive(first, second)) {
      first.checkLarge();
      second.checkLarge();
    }
    // Databases answer while schemas are checked. A scratch server is to be of their version.
    first.beginLive(ofLive.apply(options));
    second.beginLive(ofLive.apply(options));
    try {
      first.lowerFor(second);
      second.lowerFor(first);
      first.awaitLive();
      second.awaitLive();
    } finally {
      first.endLive();
      second.endLive();
    }
    Optional<Integer> major = wanted.or(first::major).or(second::major);
    first.readScratch(options, major);
    second.readScratch(options, major);
    progress.close();
    return new Pair(first.result(second), second.result(first));
  }

  /** How sides are read, in words that differ when it does. */
  List<String> ways() {
    return List.of(comments.toString(), scratchMajor.toString());
  }

  /** The scratch servers of this run. */
  ScratchServers scratch() {
    return scratch;
  }

  /** Says what takes long. */
  Progress progress() {
    return progress;
  }

  private static Optional<String> namespaceOfUrl(SchemaSource source) {
    return source instanceof SchemaSource.Live live
        ? live.address().url().namespace()
        : Optional.empty();
  }

  // What a Prisma schema or a snapshot does not speak of is not its business. Between two databases
  // everything counts, unless a connection string names a namespace.
  private CatalogOptions options(Side first, Side second) {
    List<String> named = first.namespaces().isEmpty() ? second.namespaces() : first.namespaces();
    if (!named.isEmpty()) {
      CatalogOptions usual = CatalogOptions.of(named);
      return namingOthers ? usual.withNamesOfOthers() : usual;
    }
    return isLive(first, second)
        ? CatalogOptions.of(DEFAULT_NAMESPACE)
        : CatalogOptions.ofEveryNamespace();
  }

  private static boolean isLive(Side first, Side second) {
    return first.source instanceof SchemaSource.Live || second.source instanceof SchemaSource.Live;
  }

  /** One side, read as soon as it can be. */
  private final class Side {
    private final SchemaSource source;
    private final Optional<String> urlNamespace;
    private final Optional<PrismaProject> project;
    private Optional<SourcedSchema> result;
    private Optional<Ahead<CatalogReading>> reading = Optional.empty();
    private boolean commented;

    Side(SchemaSource source, Optional<String> urlNamespace) {
      this.source = source;
      this.urlNamespace = urlNamespace;
      this.project =
          source instanceof SchemaSource.Prisma prisma
              ? Optional.of(prisma.project())
              : Optional.empty();
      this.result = readText(source);
    }

    List<String> namespaces() {
      if (project.isPresent()) {
        return PrismaLowering.namespaces(project.get().datasource(), options(false));
      }
      Optional<List<String>> said =
          result
              .filter(side -> !(source instanceof SchemaSource.Empty))
              .map(side -> side.schema().namespaces().stream().map(Namespace::name).toList());
      return said.orElse(urlNamespace.map(List::of).orElse(List.of()));
    }

    Optional<Integer> major() {
      return result
          .flatMap(SourcedSchema::server)
          .map(server -> server.major())
          .filter(scratch.majors()::contains);
    }

    // The tree of a text takes more room than the schemas of both sides. A large one is let go of
    // before a database is read; the collector would rather ask the machine for more.
    void checkLarge() {
      project
          .filter(PrismaProject::isLarge)
          .ifPresent(schema -> {
            PrismaSchema ignored = schema.schema();
            System.gc();
          });
    }

    void beginLive(CatalogOptions options) {
      if (source instanceof SchemaSource.Live live) {
        progress.accept("reading " + live.address().url());
        reading = Optional.of(Ahead.begin(() -> readLive(live, options)));
      }
    }

    // Few databases have comments, and of one that is not read yet it is not known. To check takes
    // a while, in which most are read.
    void lowerFor(Side other) {
      project.ifPresent(schema -> {
        PrismaSchema ignored = schema.schema();
        other.takeWhatIsRead();
        commented = other.isKnown() && other.mayHaveComments();
        result = Optional.of(lower(schema, commented));
      });
    }

    private void takeWhatIsRead() {
      if (reading.filter(Ahead::isDone).isPresent()) {
        awaitLive();
      }
    }

    void awaitLive() {
      if (result.isEmpty()) {
        reading.ifPresent(begun -> result = Optional.of(of(source.name(files), begun.result())));
      }
    }

    void endLive() {
      reading.ifPresent(Ahead::close);
    }

    void readScratch(CatalogOptions options, Optional<Integer> major) {
      if (source.needsScratch()) {
        result =
            Optional.of(
                replay(source, options, urlNamespace, major.orElseGet(scratch::defaultMajor)));
      }
    }

    // Whether comments count depends on the other side.
    SourcedSchema result(Side other) {
      boolean wanted = other.mayHaveComments();
      return project
          .filter(schema -> comments.policy(wanted) != comments.policy(commented))
          .map(schema -> lower(schema, wanted))
          .orElseGet(this::read);
    }

    private boolean isKnown() {
      return result.isPresent() || project.isPresent();
    }

    private boolean mayHaveComments() {
      return switch (source) {
        case SchemaSource.Empty ignored -> true;
        case SchemaSource.Prisma ignored -> true;
        case SchemaSource.Migrations ignored -> Comments.any(read().schema());
        case SchemaSource.Script ignored -> Comments.any(read().schema());
        case SchemaSource.Scripts ignored -> Comments.any(read().schema());
        case SchemaSource.Live ignored -> Comments.any(read().schema());
        case SchemaSource.Saved ignored -> Comments.any(read().schema());
      };
    }

    private SourcedSchema lower(PrismaProject schema, boolean wanted) {
      return SourcedSchema.of(schema.name(), schema.lower(options(wanted)));
    }

    private LoweringOptions options(boolean wanted) {
      return new LoweringOptions(urlNamespace.orElse(DEFAULT_NAMESPACE), comments.policy(wanted));
    }

    private SourcedSchema read() {
      return result.orElseThrow(() -> new IllegalStateException("not read: " + source));
    }
  }

  private Optional<SourcedSchema> readText(SchemaSource source) {
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

  /** How files are called. */
  SchemaFiles files() {
    return files;
  }

  private CatalogReading readLive(SchemaSource.Live live, CatalogOptions options) {
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

  private SourcedSchema replay(
      SchemaSource source, CatalogOptions options, Optional<String> namespace, int major) {
    List<SourceFile> scripts = scripts(source);
    String key = replays.key(scratch.version(major), namespace, options, scripts);
    CatalogReading reading =
        replays.find(key).orElseGet(() -> run(scripts, options, namespace, major, key));
    return of(source.name(files), reading);
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

  private SourcedSchema of(String name, CatalogReading reading) {
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
    return SourcedSchema.of(name, reading);
  }

  @Override
  public void close() {
    progress.close();
    scratch.close();
  }
}
