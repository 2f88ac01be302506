package dev.plumbline.cli;

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
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/**
 * What is kept from run to run in the user's cache folder, for the very same build of this program.
 * The launcher tells the build; without one nothing is kept. Whatever cannot be read or written is
 * as if it had never been kept.
 *
 * @param <T> what is kept: a record, as JSON
 */
final class KeptFiles<T> {
  /** What the launcher says of the jars that it starts. */
  static final String BUILD = "PLUMB_BUILD";

  private static final int KEPT = 64;
  private static final String SUFFIX = ".json.gz";

  private final Supplier<Optional<Path>> folder;
  private final String build;
  private final Class<T> type;

  private KeptFiles(Supplier<Optional<Path>> folder, String build, Class<T> type) {
    this.folder = folder;
    this.build = build;
    this.type = type;
  }

  /**
   * The files of this user.
   *
   * @param folder where they are, asked when something is looked for: most commands keep nothing
   * @param type what they hold
   */
  static <T> KeptFiles<T> of(
      Map<String, String> environment, Supplier<Optional<Path>> folder, Class<T> type) {
    return new KeptFiles<>(folder, environment.getOrDefault(BUILD, ""), type);
  }

  /** Whether anything can be kept. */
  boolean areKept() {
    return !build.isEmpty();
  }

  private Optional<Path> folder() {
    return areKept() ? folder.get() : Optional.empty();
  }

  /** All that something depends on, as one word. */
  String key(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      update(digest, build);
      parts.forEach(part -> update(digest, part));
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

  /** What was kept under a key. */
  Optional<T> find(String key) {
    Optional<Path> file = folder().map(it -> it.resolve(key + SUFFIX)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file.get()))) {
      T kept = Snapshot.mapper().readValue(in, type);
      // Those that are asked for stay the longest.
      Files.setLastModifiedTime(file.get(), FileTime.from(Instant.now()));
      return Optional.of(kept);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Keeps something, and lets the oldest go. */
  void keep(String key, T value) {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      return;
    }
    try {
      Path partial = Files.createTempFile(folder.get(), key, ".partial");
      try {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(partial))) {
          out.write(Snapshot.mapper().writeValueAsBytes(value));
        }
        Path file = folder.get().resolve(key + SUFFIX);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      prune(folder.get());
    } catch (IOException | JacksonException e) {
      // The next run does the work again.
      return;
    }
  }

  private static void prune(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old =
          files
              .sorted(Comparator.comparing((Path file) -> lastUse(file)).reversed())
              .skip(KEPT)
              .toList();
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
