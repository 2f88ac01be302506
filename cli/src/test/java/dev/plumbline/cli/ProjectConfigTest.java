package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectConfigTest {
  @TempDir private Path folder;

  @Test
  void the_usual_config_is_read() throws IOException {
    ProjectConfig config =
        config(
            """
            import "dotenv/config";
            import { defineConfig, env } from "prisma/config";
            // schema: "no.prisma",
            export default defineConfig({
              schema: "db/schema", /* url: "no" */
              migrations: { path: "prisma/migrations" },
              datasource: { url: env("SHOP_URL"), shadowDatabaseUrl: env("SHADOW") },
            });
            """);
    assertThat(config.schema()).contains(folder.resolve("db/schema"));
    assertThat(config.urlVariable()).contains("SHOP_URL");
    assertThat(config.url()).isEmpty();
  }

  @Test
  void a_url_may_be_a_string_or_from_the_process() throws IOException {
    assertThat(config("export default { datasource: { url: 'postgresql://u@h/d' } }").url())
        .contains("postgresql://u@h/d");
    assertThat(config("x({ datasource: { url: process.env.DB! } })").urlVariable()).contains("DB");
    assertThat(config("x({ datasource: { url: process.env['DB'] } })").urlVariable())
        .contains("DB");
    assertThat(config("x({ datasource: { url: env<Env>(\"DB\") } })").urlVariable()).contains("DB");
  }

  @Test
  void what_is_computed_is_not_guessed() throws IOException {
    ProjectConfig config =
        config("x({ schema: choose(), datasource: { url: `postgresql://${host}/d` } })");
    assertThat(config.schema()).isEmpty();
    assertThat(config.url()).isEmpty();
    assertThat(config.urlVariable()).isEmpty();
    assertThat(config("x({ schema: path.join(root, 'prisma') })").schema()).isEmpty();
  }

  @Test
  void a_path_that_is_joined_of_strings_is_read() throws IOException {
    assertThat(config("x({ schema: path.join('prisma', \"schema\") })").schema())
        .contains(folder.resolve("prisma/schema"));
    assertThat(config("x({ schema: path.resolve(__dirname, './prisma') })").schema())
        .contains(folder.resolve("prisma"));
  }

  @Test
  void package_json_may_name_the_schema() throws IOException {
    Files.writeString(
        folder.resolve("package.json"), "{\"prisma\": {\"schema\": \"./a/b.prisma\"}}");
    assertThat(ProjectConfig.of(PlumbRun.in(folder).surroundings()).schema())
        .contains(folder.resolve("a/b.prisma"));
  }

  @Test
  void no_config_says_nothing() {
    ProjectConfig config = ProjectConfig.of(PlumbRun.in(folder).surroundings());
    assertThat(config.schema()).isEmpty();
    assertThat(config.url()).isEmpty();
  }

  private ProjectConfig config(String text) throws IOException {
    Files.writeString(folder.resolve("prisma.config.ts"), text);
    return ProjectConfig.of(PlumbRun.in(folder).surroundings());
  }
}
