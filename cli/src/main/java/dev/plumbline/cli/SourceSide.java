package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.schema.Namespace;
import java.util.List;
import java.util.Optional;

/** One side of a comparison, read as soon as it can be. */
final class SourceSide {
  private final SchemaSource source;
  private final Optional<String> urlNamespace;
  private final SourceAccess access;
  private final CommentChoice comments;
  private final Optional<PrismaProject> project;
  private Optional<SourcedSchema> result;
  private Optional<Ahead<CatalogReading>> reading = Optional.empty();
  private boolean commented;

  /**
   * A side of which nothing is read yet that takes long.
   *
   * @param urlNamespace the namespace that a connection string names, of either side
   */
  SourceSide(
      SchemaSource source,
      Optional<String> urlNamespace,
      SourceAccess access,
      CommentChoice comments) {
    this.access = access;
    this.comments = comments;
    this.source = source;
    this.urlNamespace = urlNamespace;
    this.project =
        source instanceof SchemaSource.Prisma prisma
            ? Optional.of(prisma.project())
            : Optional.empty();
    this.result = access.text(source);
  }

  boolean isLive() {
    return source instanceof SchemaSource.Live;
  }

  /** The namespaces it speaks of; empty when it does not say which. */
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

  /** The version of its server, when there is a scratch server like it. */
  Optional<Integer> major() {
    return result
        .flatMap(SourcedSchema::server)
        .map(server -> server.major())
        .filter(access.scratch().majors()::contains);
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
      access.progress().accept("reading " + live.address().url());
      reading = Optional.of(Ahead.begin(() -> access.live(live, options)));
    }
  }

  // Few databases have comments, and of one that is not read yet it is not known. To check takes
  // a while, in which most are read.
  void lowerFor(SourceSide other) {
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
      reading.ifPresent(begun -> result = Optional.of(access.named(source, begun.result())));
    }
  }

  void endLive() {
    reading.ifPresent(Ahead::close);
  }

  void readScratch(CatalogOptions options, Optional<Integer> major) {
    if (source.needsScratch()) {
      result =
          Optional.of(
              access.replay(
                  source, options, urlNamespace, major.orElseGet(access.scratch()::defaultMajor)));
    }
  }

  // Whether comments count depends on the other side.
  SourcedSchema result(SourceSide other) {
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
    return new LoweringOptions(
        urlNamespace.orElse(SourceReader.DEFAULT_NAMESPACE), comments.policy(wanted));
  }

  private SourcedSchema read() {
    return result.orElseThrow(() -> new IllegalStateException("not read: " + source));
  }
}
