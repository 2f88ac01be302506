package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Checks texts that are right. */
final class Checking {
  private static final String DATASOURCE =
      """
      datasource db {
        provider = "postgresql"
      }
      """;

  private Checking() {}

  /** The schema of a text without datasource and without a mistake. */
  static PrismaSchema schema(String text) {
    return of(DATASOURCE + text);
  }

  /** The schema of files without a mistake. */
  static PrismaSchema of(String... texts) {
    List<SyntaxTree> trees = new ArrayList<>();
    for (String text : texts) {
      trees.add(PrismaParser.parse(SourceFile.of("schema.prisma", text)));
    }
    CheckedSchema checked = PrismaChecker.check(trees);
    assertThat(checked.diagnostics().stream().filter(Diagnostic::isError))
        .as(String.join("\n", texts))
        .isEmpty();
    return checked.schema().orElseThrow();
  }

  /** The only model of a text. */
  static Model model(String text) {
    return schema(text).models().get(0);
  }
}
