package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lint.LintRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The manual says of every hazard what it means and what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class HazardsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "hazards.md");

  @Test
  void every_hazard_has_its_section_and_no_other_has() throws IOException {
    List<String> sections =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Arrays.stream(Hazard.Kind.values()).map(Hazard.Kind::code),
                    Arrays.stream(LintRule.values()).map(LintRule::code))
                .distinct()
                .toList());
  }

  @Test
  void every_section_says_the_way_out() throws IOException {
    String[] sections = Files.readString(PAGE).split("\n## ");

    assertThat(Arrays.stream(sections).skip(1))
        .allSatisfy(it -> assertThat(it).contains("**Way out.**"));
  }
}
