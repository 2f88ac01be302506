package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.DiagnosticRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page that lists the diagnostics shows what the checker says of each example. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
  private static final String DATASOURCE =
      """
      datasource db {
        provider = "postgresql"
      }
      """;

  @Test
  void the_page_is_what_the_checker_says() throws IOException {
    String page = page(InvalidSchemasTest.allCases());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("run with -Dgolden.update=true, then read the diff")
        .isEqualTo(page);
  }

  private static String page(List<Case> cases) {
    Map<String, StringBuilder> groups = new TreeMap<>();
    for (DiagnosticRule rule : rules()) {
      String group = rule.code().substring(0, rule.code().indexOf('.'));
      groups
          .computeIfAbsent(group, absent -> new StringBuilder("\n## " + absent + "\n"))
          .append(section(rule, example(rule, cases)));
    }
    return """
    # Diagnostics

    What `plumb validate` can say of a Prisma schema. Each has a stable code, a place in a file, a message, and where one can be given a help that says what to type. An error makes the schema invalid, a warning does not; where Prisma refuses the same, human output shows its code `P1012` too.

    Each example makes `plumb validate` say what stands below it. Where an example shows no datasource, it has the usual one for PostgreSQL.
    """
        + String.join("", groups.values());
  }

  private static List<DiagnosticRule> rules() {
    return Stream.<DiagnosticRule>concat(
            Stream.of(SyntaxRule.values()), Stream.of(SchemaRule.values()))
        .toList();
  }

  // The shortest text of those of which the least else is said.
  private static Optional<Case> example(DiagnosticRule rule, List<Case> cases) {
    return cases.stream()
        .filter(each -> said(each, rule).isPresent())
        .min(
            Comparator.<Case>comparingInt(each -> each.code().equals(rule.code()) ? 0 : 1)
                .thenComparingInt(each -> each.check().diagnostics().size())
                .thenComparingInt(each -> each.schema().length()));
  }

  private static Optional<Diagnostic> said(Case each, DiagnosticRule rule) {
    return each.check().diagnostics().stream()
        .filter(diagnostic -> diagnostic.code().equals(rule.code()))
        .findFirst();
  }

  private static String section(DiagnosticRule rule, Optional<Case> example) {
    return "\n### "
        + rule.code()
        + "\n\n"
        + rule.meaning()
        + "\n"
        + example.map(each -> shown(each, said(each, rule).orElseThrow())).orElse("");
  }

  private static String shown(Case example, Diagnostic diagnostic) {
    String schema = example.schema();
    boolean usual = schema.startsWith(DATASOURCE) && !example.code().startsWith("config.");
    String text = usual ? schema.substring(DATASOURCE.length()) : schema;
    String command =
        example.version() == PrismaVersion.ANY
            ? ""
            : " (with `--prisma-version " + example.version().name().substring(1) + "`)";
    return "\n```prisma\n"
        + text.strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"))
        + "\n```\n\n> "
        + diagnostic.severity().name().toLowerCase(Locale.ROOT)
        + command
        + ": "
        + quoted(diagnostic.message())
        + diagnostic.help().map(help -> "  \n> help: " + quoted(help)).orElse("")
        + "\n";
  }

  private static String quoted(String text) {
    return text.strip().replace("\n", "  \n> ");
  }
}
