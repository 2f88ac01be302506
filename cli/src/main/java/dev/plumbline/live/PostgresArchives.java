package dev.plumbline.live;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the binaries of a wanted Postgres on this machine, and nowhere else. It looks at
 *
 * <ol>
 *   <li>the class path, which holds the version that ships;
 *   <li>the folders of the property {@code plumbline.postgres}, and the one with the jars of this
 *       program;
 *   <li>the local Maven repository, which is where {@code mvn dependency:get} puts others.
 * </ol>
 */
final class PostgresArchives {
  private final List<Path> jars;
  private final List<Path> folders;
  private final Path repository;

  private PostgresArchives(List<Path> jars, List<Path> folders, Path repository) {
    this.jars = List.copyOf(jars);
    this.folders = List.copyOf(folders);
    this.repository = repository;
  }

  /** The places that the properties of this process name. */
  static PostgresArchives ofThisProcess() {
    List<Path> jars = paths(System.getProperty("java.class.path", ""));
    List<Path> folders = new ArrayList<>(paths(System.getProperty("plumbline.postgres", "")));
    for (Path jar : jars) {
      Path folder = jar.toAbsolutePath().resolveSibling("");
      if (jar.toString().endsWith(".jar") && !folders.contains(folder)) {
        folders.add(folder);
      }
    }
    Path home = Path.of(System.getProperty("user.home", ""));
    String repository = System.getProperty("maven.repo.local", "");
    return new PostgresArchives(
        jars,
        folders,
        repository.isEmpty() ? home.resolve(".m2").resolve("repository") : Path.of(repository));
  }

  /** The places given: folders of jars, and a local Maven repository. */
  static PostgresArchives in(List<Path> folders, Path repository) {
    return new PostgresArchives(List.of(), folders, repository);
  }

  /** The newest archive of a major version in the first place that has one. */
  Optional<PostgresArchive> find(PostgresPlatform platform, int major) {
    return Stream.of(onClassPath(platform), inFolders(platform), inRepository(platform))
        .map(
            place -> place.stream().filter(a -> a.major() == major).max(PostgresArchive.BY_RELEASE))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The newest archive of the first place that has any, which is the one that ships. */
  Optional<PostgresArchive> newest(PostgresPlatform platform) {
    return Stream.of(onClassPath(platform), inFolders(platform), inRepository(platform))
        .map(place -> place.stream().max(PostgresArchive.BY_RELEASE))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The major versions that are there, ascending. */
  List<Integer> majors(PostgresPlatform platform) {
    return all(platform).stream().map(PostgresArchive::major).distinct().sorted().toList();
  }

  private List<PostgresArchive> all(PostgresPlatform platform) {
    return Stream.of(onClassPath(platform), inFolders(platform), inRepository(platform))
        .flatMap(List::stream)
        .toList();
  }

  private List<PostgresArchive> onClassPath(PostgresPlatform platform) {
    return jars.stream()
        .map(jar -> PostgresArchive.of(platform, jar))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<PostgresArchive> inFolders(PostgresPlatform platform) {
    return folders.stream()
        .flatMap(folder -> children(folder).stream())
        .map(jar -> PostgresArchive.of(platform, jar))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<PostgresArchive> inRepository(PostgresPlatform platform) {
    Path artifact =
        repository.resolve(Path.of("io", "zonky", "test", "postgres", platform.artifact()));
    return children(artifact).stream()
        .flatMap(version -> children(version).stream())
        .map(jar -> PostgresArchive.of(platform, jar))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> paths(String list) {
    return Stream.of(list.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }
}
