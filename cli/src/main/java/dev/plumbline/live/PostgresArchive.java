package dev.plumbline.live;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar with the binaries of one Postgres.
 *
 * @param major the major version, for example 18
 * @param version the whole version, for example {@code 18.6.0}
 * @param jar where it is
 */
record PostgresArchive(int major, String version, Path jar) {
  /** Later releases of one major version are greater. */
  static final Comparator<PostgresArchive> BY_RELEASE =
      Comparator.comparingInt(PostgresArchive::major).thenComparingInt(PostgresArchive::minor);

  private static final Pattern FILE_NAME = Pattern.compile("(.+)-((\\d+)\\.(\\d+)\\.\\d+)\\.jar");

  /** Reads the version in a jar's name; empty when it is another artifact's. */
  static Optional<PostgresArchive> of(PostgresPlatform platform, Path jar) {
    Matcher name = FILE_NAME.matcher(String.valueOf(jar.getFileName()));
    if (!name.matches() || !platform.artifact().equals(name.group(1))) {
      return Optional.empty();
    }
    return Optional.of(new PostgresArchive(Integer.parseInt(name.group(3)), name.group(2), jar));
  }

  private int minor() {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1, version.lastIndexOf('.')));
  }
}
