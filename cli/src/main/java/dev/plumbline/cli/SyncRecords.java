package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.ServerVersion;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which databases did not differ at all from which schemas, kept from run to run. While the text of
 * a schema and the checksum of a database's catalogs stay as they were, so does that, and to
 * compare again takes one query.
 */
final class SyncRecords {
  private final KeptFiles<Kept> files;

  private SyncRecords(KeptFiles<Kept> files) {
    this.files = files;
  }

  /** The records of this user. */
  static SyncRecords of(Map<String, String> environment, ScratchServers servers) {
    return new SyncRecords(KeptFiles.of(environment, () -> servers.kept("in-sync"), Kept.class));
  }

  /** One entry. */
  private record Kept(String checksum, ServerVersion server, List<String> namespaces) {}

  /** Whether any can be kept. */
  boolean areKept() {
    return files.areKept();
  }

  /**
   * What a verdict depends on besides the catalogs, as one word.
   *
   * @param project the schema
   * @param address the database, for its name and the namespace that goes without saying
   * @param ways how they are compared
   */
  String key(PrismaProject project, DatabaseAddress address, List<String> ways) {
    List<String> parts = new ArrayList<>(ways);
    parts.add(address.url().toString());
    project
        .files()
        .files()
        .forEach(file -> {
          parts.add(file.name());
          parts.add(file.text());
        });
    return files.key(parts);
  }

  /**
   * Both sides, without what they hold, when they are known to be the same.
   *
   * @param checksum that of the database's catalogs now, asked when there is a record
   */
  Optional<SourceReader.Pair> find(
      String key,
      PrismaProject project,
      DatabaseAddress address,
      Supplier<Optional<String>> checksum) {
    return files
        .find(key)
        .filter(kept -> checksum.get().equals(Optional.of(kept.checksum())))
        .map(kept -> {
          DatabaseSchema nothing =
              DatabaseSchema.of(kept.namespaces().stream().map(Namespace::of).toList());
          CatalogReading live =
              new CatalogReading(nothing, kept.server(), Optional.of(kept.checksum()), List.of());
          return new SourceReader.Pair(
              SourcedSchema.of(address.url().toString(), live),
              SourcedSchema.plain(project.name(), nothing));
        });
  }

  /**
   * Keeps that the sides of a comparison do not differ, if they do not and the catalogs were
   * summed.
   */
  void keep(String key, SchemaComparison comparison) {
    SourcedSchema live = comparison.sides().from();
    if (comparison.entries().isEmpty()
        && comparison.obstacle().isEmpty()
        && live.server().isPresent()
        && live.checksum().isPresent()) {
      List<String> namespaces =
          comparison.sides().to().schema().namespaces().stream().map(Namespace::name).toList();
      files.keep(key, new Kept(live.checksum().get(), live.server().get(), namespaces));
    }
  }
}
