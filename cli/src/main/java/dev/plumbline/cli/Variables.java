package dev.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables of the process, and behind them those of the {@code .env} files that
 * Prisma reads: the project's own, beside {@code package.json}, and the one beside the schema.
 */
final class Variables {
  private final Map<String, String> values;

  private Variables(Map<String, String> values) {
    this.values = values;
  }

  /** No variables at all. */
  static Variables none() {
    return new Variables(Map.of());
  }

  /**
   * The variables of a project.
   *
   * @param surroundings of the process
   * @param schemaFolder where the schema is, when there is one
   */
  static Variables of(Surroundings surroundings, Optional<Path> schemaFolder) {
    Set<Path> files = new LinkedHashSet<>();
    files.add(projectFolder(surroundings.folder()).resolve(".env"));
    schemaFolder.ifPresent(folder -> files.add(folder.resolve(".env")));
    files.add(surroundings.folder().resolve("prisma").resolve(".env"));
    files.add(surroundings.folder().resolve(".env"));
    Map<String, String> values = new LinkedHashMap<>(surroundings.environment());
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        DotEnv.parse(FileText.read(file, file.toString()), values).forEach(values::putIfAbsent);
      }
    }
    return new Variables(values);
  }

  /** The value of a variable that is set and not empty. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** All of them. */
  Map<String, String> all() {
    return values;
  }

  // The nearest folder with a package.json, from here upwards.
  private static Path projectFolder(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("package.json"))) {
        return folder;
      }
    }
    return start;
  }
}
