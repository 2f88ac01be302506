package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb diff} tells everything of a schema beside a database with nothing in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class FreshDatabaseDiffTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
          schemas  = ["public", "billing"]
        }
        model Customer {
          id Int @id
          @@schema("public")
        }
        model Invoice {
          id Int @id
          @@schema("billing")
        }
        """);
  }

  @Test
  void every_table_of_every_namespace_comes() {
    assertThat(diff("empty", "schema.prisma", "human"))
        .contains("add        table Customer", "add        table Invoice")
        .contains("add        schema billing")
        .doesNotContain("schema public")
        .endsWith("different: 3 differences in 3 objects (3 breaking)\n");
    assertThat(diff("empty", "schema.prisma", "sql"))
        .startsWith("CREATE SCHEMA IF NOT EXISTS \"billing\";\n\nCREATE TABLE \"Customer\"");
  }

  @Test
  void every_table_of_every_namespace_goes() {
    assertThat(diff("schema.prisma", "empty", "human"))
        .contains("drop       table Customer", "drop       table Invoice")
        .contains("drop       schema billing")
        .doesNotContain("schema public")
        .endsWith("different: 3 differences in 3 objects (3 breaking)\n");
    assertThat(diff("schema.prisma", "empty", "sql"))
        .isEqualTo(
            """
            DROP TABLE "Customer";

            DROP TABLE "billing"."Invoice";

            DROP SCHEMA "billing";
            """);
  }

  @Test
  void prismas_style_makes_the_standard_namespace_too() {
    assertThat(diff("empty", "schema.prisma", "sql", "--style", "prisma"))
        .contains("CREATE SCHEMA IF NOT EXISTS \"public\";");
  }

  private String diff(String from, String to, String shape, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("diff", "--from", from, "--to", to, "--output", shape));
    arguments.addAll(List.of(more));
    PlumbRun run = PlumbRun.in(folder).run(arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }
}
