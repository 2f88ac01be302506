package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many databases, and many namespaces of one, in one run of {@code plumb drift}. */
final class FleetDriftTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum Status {
        ON
        OFF
      }

      model Thing {
        id     Int    @id @default(autoincrement())
        status Status @default(ON)
        name   String @unique
      }
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    database = TestPostgres.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PlumbRun plumb(String... arguments) {
    return PlumbRun.in(folder).run(arguments);
  }

  private String ddl() {
    return plumb("ddl").out();
  }

  @Test
  void each_namespace_is_compared_and_those_that_are_alike_are_told_together() {
    for (String tenant : List.of("tenant_1", "tenant_2", "tenant_3", "tenant_4", "other")) {
      TestPostgres.run(
          database,
          "CREATE SCHEMA %1$s; SET search_path = %1$s; %2$s; RESET search_path;"
              .formatted(tenant, ddl().replace("CREATE SCHEMA IF NOT EXISTS \"public\";", "")));
    }
    String[] arguments = {"drift", "--url", database.url(), "--each-schema", "tenant\\_%"};
    PlumbRun clean = plumb(arguments);
    assertThat(clean.status()).as(clean.out() + clean.err()).isZero();
    assertThat(clean.out()).contains("in sync ×4  tenant_1, tenant_2, tenant_3, tenant_4");

    TestPostgres.run(
        database, "DROP INDEX tenant_2.\"Thing_name_key\"; DROP INDEX tenant_4.\"Thing_name_key\"");
    PlumbRun run = plumb(arguments);
    assertThat(run.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(run.out())
        .contains(
            "in sync ×2  tenant_1, tenant_3",
            "drift ×2  tenant_2, tenant_4",
            "index Thing_name_key",
            "drift: 2 of 4 databases differ");
  }

  @Test
  void several_databases_are_compared_in_one_run() throws IOException {
    TestPostgres.run(database, ddl());
    try (ScratchDatabase other = TestPostgres.open()) {
      TestPostgres.run(other, ddl() + "ALTER TABLE \"Thing\" ALTER name DROP NOT NULL;");
      Files.writeString(
          folder.resolve("urls"), "# all of them\n\n" + database.url() + "\n" + other.url() + "\n");
      PlumbRun run = plumb("drift", "--urls-file", "urls", "--output", "json");
      assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DIFFERENCES);
      JsonNode json = JsonMapper.shared().readTree(run.out());
      assertThat(json.at("/groups/0/report/inSync").asBoolean()).isTrue();
      assertThat(json.at("/groups/1/report/entries/0/kind").asString())
          .isEqualTo("column.nullability");
      assertThat(json.at("/groups/1/databases").size()).isEqualTo(1);
    }
  }

  @Test
  void one_that_cannot_be_read_makes_the_run_fail_and_hides_no_other() {
    TestPostgres.run(database, ddl());
    PlumbRun run =
        plumb("drift", "--url", database.url(), "--url", "postgresql://u:secret@127.0.0.1:1/none");
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    assertThat(run.out())
        .contains("in sync  postgresql://", "not read  postgresql://u:***@127.0.0.1:1/none")
        .doesNotContain("secret");
  }

  @Test
  void what_cannot_be_done_for_many_is_said() {
    String[] all = {"drift", "--url", database.url(), "--each-schema", "x%", "--output", "sarif"};
    assertThat(plumb(all).status()).isEqualTo(ExitCode.USAGE);
    PlumbRun none = plumb("drift", "--url", database.url(), "--each-schema", "x%");
    assertThat(none.status()).isEqualTo(ExitCode.ERROR);
    assertThat(none.out()).contains("there is no namespace like x%");
  }
}
