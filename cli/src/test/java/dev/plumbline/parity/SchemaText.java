package dev.plumbline.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Prisma schema as text.
 *
 * @param name how failures call it: a project, or a seed
 * @param files its files in the order in which Prisma takes them
 */
public record SchemaText(String name, List<File> files) {
  /** Copies the list. */
  public SchemaText {
    files = List.copyOf(files);
  }

  /** One file of a schema. */
  public record File(String name, String text) {}

  /** A schema of one file. */
  static SchemaText of(String name, String text) {
    return new SchemaText(name, List.of(new File("schema.prisma", text)));
  }

  /** The schema in a folder, its files by name. */
  public static SchemaText read(String name, Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      var files = new ArrayList<File>();
      for (Path path : entries.filter(SchemaText::isSchema).sorted(BY_NAME).toList()) {
        files.add(new File(path.getFileName().toString(), Files.readString(path)));
      }
      return new SchemaText(name, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.getFileName().toString());

  private static boolean isSchema(Path path) {
    return path.getFileName().toString().endsWith(".prisma");
  }

  @Override
  public String toString() {
    return name;
  }
}
