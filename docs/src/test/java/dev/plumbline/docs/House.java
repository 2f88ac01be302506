package dev.plumbline.docs;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The checkout that these tests stand in.
final class House {
  static final List<String> MODULES = List.of("core", "prisma-parser", "sqlgen", "cli");

  private House() {}

  static Path root() {
    var module = Path.of("").toAbsolutePath();
    return Files.exists(module.resolve("mvnw")) ? module : module.resolve("..").normalize();
  }

  static String read(String file) {
    try {
      return Files.readString(root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The packages that have sources of their own, each with its module.
  static SortedMap<String, String> packages() {
    return MODULES.stream()
        .flatMap(module -> packagesOf(module).stream().map(name -> new String[] {name, module}))
        .collect(toMap(pair -> pair[0], pair -> pair[1], House::split, TreeMap::new));
  }

  /// Every file of the checkout below a folder whose name ends with one suffix, as the author sees
  /// it: without what was built.
  static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.toString().contains("/node_modules/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedSet<String> packagesOf(String module) {
    return Stream.of("java", "antlr4")
        .map(language -> root().resolve(module).resolve("src/main").resolve(language))
        .filter(Files::isDirectory)
        .flatMap(sources ->
            Stream.of(".java", ".g4")
                .flatMap(suffix -> files(sources, suffix).stream())
                .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.')))
        .collect(toCollection(TreeSet::new));
  }

  private static String split(String one, String other) {
    throw new IllegalStateException("a package is in two modules, " + one + " and " + other);
  }
}
