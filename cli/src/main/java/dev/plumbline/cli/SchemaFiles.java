package dev.plumbline.cli;

import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files of a Prisma schema as Prisma does: what is named, else what {@code
 * prisma.config.ts} or {@code package.json} names, else {@code schema.prisma}, {@code
 * prisma/schema.prisma} or the folder {@code prisma/schema}.
 */
final class SchemaFiles {
  static final String STANDARD_INPUT = "-";

  /** How messages call the text of standard input. */
  static final String STANDARD_INPUT_NAME = "<stdin>";

  private static final String EXTENSION = ".prisma";
  private static final List<String> DEFAULTS =
      List.of("schema.prisma", "prisma/schema.prisma", "prisma/schema");

  private final Surroundings surroundings;

  SchemaFiles(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * A schema as it lies on the disk.
   *
   * @param name the file or folder as it is called in messages
   * @param files its files, sorted by path
   * @param folder where its {@code .env} may lie
   */
  record Found(String name, List<SourceFile> files, Path folder) {
    /** Copies the list. */
    Found {
      files = List.copyOf(files);
    }
  }

  /**
   * Reads a schema.
   *
   * @param named a file, a folder, {@code -} for standard input, or empty for the usual places
   * @throws UserException when it is not there or no text
   */
  Found read(Optional<String> named) {
    if (named.filter(STANDARD_INPUT::equals).isPresent()) {
      String text = FileText.read(surroundings.in(), "standard input");
      return new Found(
          STANDARD_INPUT_NAME,
          List.of(SourceFile.of(STANDARD_INPUT_NAME, text)),
          surroundings.folder());
    }
    return read(named.isPresent() ? existing(named.get()) : usual());
  }

  /** The path of a name that a user gave, which need not exist. */
  static Path path(Surroundings surroundings, String name) {
    try {
      return surroundings.folder().resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw UserException.error("this is no path: " + name, "Check its characters.");
    }
  }

  private Found read(Path path) {
    if (!Files.isDirectory(path)) {
      Path folder = Optional.ofNullable(path.getParent()).orElse(surroundings.folder());
      return new Found(shown(path), List.of(source(path)), folder);
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path file : below(path)) {
      files.add(source(file));
    }
    if (files.isEmpty()) {
      throw UserException.error(
          "the folder %s holds no %s file".formatted(shown(path), EXTENSION),
          "Name the folder or file of the schema.");
    }
    return new Found(shown(path), files, path);
  }

  private List<Path> below(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
              // Packages ship schemas of their own.
              return visited.endsWith("node_modules")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(EXTENSION) && attributes.isRegularFile()) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private UserException unreadable(Path folder, IOException cause) {
    return cause instanceof AccessDeniedException
        ? UserException.error(
            "you may not read the folder " + shown(folder), "Check its permissions.")
        : UserException.error(
            "cannot read the folder %s: %s".formatted(shown(folder), cause), "Check the folder.");
  }

  private SourceFile source(Path file) {
    String name = shown(file);
    return SourceFile.of(name, FileText.read(file, name));
  }

  private Path existing(String name) {
    Path path = path(surroundings, name);
    if (!Files.exists(path)) {
      throw UserException.error(
          "there is no file or folder " + name, "Is the path right? It is looked up from here.");
    }
    return path;
  }

  private Path usual() {
    Optional<Path> configured = ProjectConfig.of(surroundings).schema();
    if (configured.isPresent()) {
      if (!Files.exists(configured.get())) {
        throw UserException.error(
            "the project's configuration names a schema that is not there: "
                + shown(configured.get()),
            "Correct prisma.config.ts or package.json, or name the schema.");
      }
      return configured.get();
    }
    return DEFAULTS.stream()
        .map(surroundings.folder()::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() ->
            UserException.error(
                "there is no Prisma schema here; looked for " + String.join(", ", DEFAULTS),
                "Name the file or the folder, or go to the project's folder."));
  }

  /** Whether a folder is one of a schema. */
  boolean holdsSchema(Path folder) {
    return !below(folder).isEmpty();
  }

  /** A path as people would write it from here. */
  String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.equals(surroundings.folder())) {
      return ".";
    }
    return absolute.startsWith(surroundings.folder())
        ? surroundings.folder().relativize(absolute).toString()
        : path.toString();
  }
}
