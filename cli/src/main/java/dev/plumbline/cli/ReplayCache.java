package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.ServerVersion;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/**
 * What scripts made in a scratch server, kept from run to run in the user's cache folder: the same
 * scripts on the same Postgres, read by the same build of this program, give the same. The launcher
 * tells the build; without one nothing is kept. Whatever cannot be read or written is replayed.
 */
final class ReplayCache {
  /** What the launcher says of the jars that it starts. */
  static final String BUILD = "PLUMB_BUILD";

  private static final int KEPT = 64;
  private static final String SUFFIX = ".json.gz";

  private final ScratchServers servers;
  private final String build;

  private ReplayCache(ScratchServers servers, String build) {
    this.servers = servers;
    this.build = build;
  }

  /** The cache of this user. */
  static ReplayCache of(Map<String, String> environment, ScratchServers servers) {
    return new ReplayCache(servers, environment.getOrDefault(BUILD, ""));
  }

  // Looked for only when something is replayed: most commands replay nothing.
  private Optional<Path> folder() {
    return build.isEmpty() ? Optional.empty() : servers.replays();
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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(build, postgres, namespace.toString(), options.toString())) {
        update(digest, part);
      }
      for (SourceFile script : scripts) {
        update(digest, script.name());
        update(digest, script.text());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  // With its length, so that no two lists of parts look the same.
  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  /** What a replay gave earlier. */
  Optional<CatalogReading> find(String key) {
    Optional<Path> file = folder().map(it -> it.resolve(key + SUFFIX)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file.get()))) {
      Kept kept = Snapshot.mapper().readValue(in, Kept.class);
      // Those that are asked for stay the longest.
      Files.setLastModifiedTime(file.get(), FileTime.from(Instant.now()));
      return Optional.of(new CatalogReading(kept.schema(), kept.server(), List.of()));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Keeps what a replay gave, and lets the oldest go. */
  void keep(String key, CatalogReading reading) {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      return;
    }
    try {
      Path partial = Files.createTempFile(folder.get(), key, ".partial");
      try {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(partial))) {
          byte[] json =
              Snapshot.mapper().writeValueAsBytes(new Kept(reading.server(), reading.schema()));
          out.write(json);
        }
        Path file = folder.get().resolve(key + SUFFIX);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      prune(folder.get());
    } catch (IOException | JacksonException e) {
      // The next run replays again.
      return;
    }
  }

  private static void prune(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old =
          files.sorted(Comparator.comparing(ReplayCache::lastUse).reversed()).skip(KEPT).toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
