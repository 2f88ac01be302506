package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.Namespace;
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

  private final SourceAccess access;
  private final Optional<Integer> scratchMajor;
  private final CommentChoice comments;
  private final boolean namingOthers;

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
    this.access = new SourceAccess(plumb, variables);
    this.scratchMajor = scratchMajor;
    this.comments = comments;
    this.namingOthers = namingOthers;
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
    boolean there = scratchMajor.isEmpty() && access.scratch().majors().contains(major);
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
        access.named(live, access.live(live, CatalogOptions.of(DEFAULT_NAMESPACE)));
    int major =
        scratchMajor
            .or(() -> found.server().map(server -> server.major()))
            .filter(access.scratch().majors()::contains)
            .orElseGet(access.scratch()::defaultMajor);
    SourcedSchema made =
        access.replay(scripts, CatalogOptions.ofEveryNamespace(), namespace, major);
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
    return new Pair(access.named(live, access.live(live, CatalogOptions.of(all))), made);
  }

  private Pair read(
      SchemaSource from,
      SchemaSource to,
      Optional<Integer> wanted,
      UnaryOperator<CatalogOptions> ofLive) {
    Optional<String> namespace = namespaceOfUrl(from).or(() -> namespaceOfUrl(to));
    SourceSide first = new SourceSide(from, namespace, access, comments);
    SourceSide second = new SourceSide(to, namespace, access, comments);
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
    access.progress().close();
    return new Pair(first.result(second), second.result(first));
  }

  /** How sides are read, in words that differ when it does. */
  List<String> ways() {
    return List.of(comments.toString(), scratchMajor.toString());
  }

  /** Where single sources are read. */
  SourceAccess access() {
    return access;
  }

  private static Optional<String> namespaceOfUrl(SchemaSource source) {
    return source instanceof SchemaSource.Live live
        ? live.address().url().namespace()
        : Optional.empty();
  }

  // What a Prisma schema or a snapshot does not speak of is not its business. Between two databases
  // everything counts, unless a connection string names a namespace.
  private CatalogOptions options(SourceSide first, SourceSide second) {
    List<String> named = first.namespaces().isEmpty() ? second.namespaces() : first.namespaces();
    if (!named.isEmpty()) {
      CatalogOptions usual = CatalogOptions.of(named);
      return namingOthers ? usual.withNamesOfOthers() : usual;
    }
    return isLive(first, second)
        ? CatalogOptions.of(DEFAULT_NAMESPACE)
        : CatalogOptions.ofEveryNamespace();
  }

  private static boolean isLive(SourceSide first, SourceSide second) {
    return first.isLive() || second.isLive();
  }

  @Override
  public void close() {
    access.close();
  }
}
