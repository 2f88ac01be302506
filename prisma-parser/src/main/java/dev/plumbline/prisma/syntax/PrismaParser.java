package dev.plumbline.prisma.syntax;

import dev.plumbline.source.SourceFile;

/** Parses Prisma text. */
public final class PrismaParser {
  private PrismaParser() {}

  /**
   * Parses one file.
   *
   * @param file any text
   * @return its tree, with diagnostics for what Prisma has no word for; never throws on any text
   */
  public static SyntaxTree parse(SourceFile file) {
    return new FileReader(new Text(file)).read();
  }
}
