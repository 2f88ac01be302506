package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.source.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class InvalidSchemasTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plumbline", "prisma", "check");

  @TestFactory
  Stream<DynamicContainer> each_mistake_is_told_with_its_place() {
    return files().stream()
        .map(file ->
            DynamicContainer.dynamicContainer(
                file.getFileName().toString(), cases(file).stream().map(this::test)));
  }

  private DynamicTest test(Case each) {
    return DynamicTest.dynamicTest(
        each.title(),
        () ->
            assertThat(each.actual())
                .as("%s%nrun with -Dgolden.update=true, then read the diff", each.schema())
                .isEqualTo(each.expected()));
  }

  @Test
  void every_rule_has_a_schema_that_breaks_it() {
    Set<String> broken =
        files().stream()
            .flatMap(file -> cases(file).stream())
            .flatMap(each -> each.check().diagnostics().stream())
            .map(Diagnostic::code)
            .collect(Collectors.toSet());
    List<String> rules =
        Stream.concat(
                Arrays.stream(SchemaRule.values()).map(SchemaRule::code),
                Arrays.stream(SyntaxRule.values())
                    // These two need more text than a reader wants to see.
                    .filter(rule -> rule != SyntaxRule.LINE_IS_BOUNDED)
                    .filter(rule -> rule != SyntaxRule.MISTAKES_ARE_COUNTED)
                    .map(SyntaxRule::code))
            .toList();

    assertThat(broken).containsAll(rules);
    assertThat(rules).doesNotHaveDuplicates();
  }

  @Test
  void a_schema_is_there_exactly_when_there_is_no_error() {
    for (Path file : files()) {
      for (Case each : cases(file)) {
        CheckedSchema checked = each.check();
        boolean hasErrors = checked.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(checked.schema().isPresent()).as(each.schema()).isEqualTo(!hasErrors);
      }
    }
  }

  static List<Case> allCases() {
    return files().stream().flatMap(file -> cases(file).stream()).toList();
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".cases")).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> cases(Path file) {
    try {
      List<Case> cases = Case.parse(Files.readString(file));
      if (Boolean.getBoolean("golden.update")) {
        cases = cases.stream().map(Case::updated).toList();
        Files.writeString(file, Case.write(cases));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
