package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.SourceFile;
import java.util.Arrays;
import java.util.List;

/** Formats texts in tests. */
final class Formatting {
  private Formatting() {}

  /** One file. */
  static String of(String text) {
    return ofAll(text).get(0);
  }

  /** The files of one schema. */
  static List<String> ofAll(String... texts) {
    return PrismaFormatter.format(Arrays.stream(texts).map(Formatting::tree).toList());
  }

  static SyntaxTree tree(String text) {
    return PrismaParser.parse(SourceFile.of("schema.prisma", text));
  }
}
