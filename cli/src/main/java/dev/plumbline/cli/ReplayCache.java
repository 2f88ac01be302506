package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.ServerVersion;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What scripts made in a scratch server, kept from run to run: the same scripts on the same
 * Postgres, read by the same build of this program, give the same.
 */
final class ReplayCache {
  private final KeptFiles<Kept> files;

  private ReplayCache(KeptFiles<Kept> files) {
    this.files = files;
  }

  /** The cache of this user. */
  static ReplayCache of(Map<String, String> environment, ScratchServers servers) {
    return new ReplayCache(KeptFiles.of(environment, () -> servers.kept("replays"), Kept.class));
  }

  /** One entry. */
  private record Kept(ServerVersion server, DatabaseSchema schema) {}

  /**
   * What a reading depends on, as one word.
   *
   * @param postgres the whole version of the scratch server
   * @param namespace the namespace in which the scripts work, when it is not {@code public}
   * @param options what is read afterwards
   * @param scripts what is run
   */
  String key(
      String postgres,
      Optional<String> namespace,
      CatalogOptions options,
      List<SourceFile> scripts) {
    List<String> parts =
        new ArrayList<>(List.of(postgres, namespace.toString(), options.toString()));
    for (SourceFile script : scripts) {
      parts.add(script.name());
      parts.add(script.text());
    }
    return files.key(parts);
  }

  /** What a replay gave earlier. */
  Optional<CatalogReading> find(String key) {
    return files
        .find(key)
        .map(kept -> new CatalogReading(kept.schema(), kept.server(), Optional.empty(), List.of()));
  }

  /** Keeps what a replay gave. */
  void keep(String key, CatalogReading reading) {
    files.keep(key, new Kept(reading.server(), reading.schema()));
  }
}
