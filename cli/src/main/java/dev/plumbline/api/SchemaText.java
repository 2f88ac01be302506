package dev.plumbline.api;

import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Prisma schema that was read and checked.
 *
 * @param schema what it says
 */
record SchemaText(PrismaSchema schema) {

  static SchemaText read(Path path) {
    CheckedSchema checked = PrismaChecker.check(PrismaParser.parseAll(files(path)));
    List<Diagnostic> wrong = new ArrayList<>(checked.withoutConsequences());
    wrong.removeIf(diagnostic -> !diagnostic.isError());
    wrong.addAll(checked.unwritable());
    if (!wrong.isEmpty() || checked.schema().isEmpty()) {
      throw new IllegalArgumentException(
          wrong.stream()
              .map(SchemaText::told)
              .collect(Collectors.joining("\n  ", "The schema has errors:\n  ", "")));
    }
    return new SchemaText(checked.schema().orElseThrow());
  }

  private static String told(Diagnostic diagnostic) {
    Position place = diagnostic.span().from();
    return "%s:%d:%d: %s"
        .formatted(
            diagnostic.span().file().name(), place.line(), place.column(), diagnostic.message());
  }

  private static List<SourceFile> files(Path path) {
    try (Stream<Path> found = Files.walk(path)) {
      List<SourceFile> files = new ArrayList<>();
      for (Path file : found.filter(it -> isOne(path, it)).sorted().toList()) {
        files.add(SourceFile.of(file.toString(), Files.readString(file)));
      }
      if (files.isEmpty()) {
        throw new IllegalArgumentException("There is no .prisma file in " + path);
      }
      return files;
    } catch (IOException e) {
      throw new IllegalArgumentException("The schema " + path + " cannot be read: " + e, e);
    }
  }

  private static boolean isOne(Path asked, Path file) {
    return Files.isRegularFile(file) && (file.equals(asked) || file.toString().endsWith(".prisma"));
  }
}
