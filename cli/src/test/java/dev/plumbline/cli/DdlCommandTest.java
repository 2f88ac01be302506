package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DdlCommandTest {
  private static final String HYPERTABLE =
      """
      datasource db {
        provider = "postgresql"
        schemas  = ["metrics"]
      }

      /// @pg.hypertable(at, chunk: "7 days")
      model Event {
        id Int
        at DateTime @map("created at") @db.Timestamptz

        @@id([id, at])
        @@map("ev'ents")
        @@schema("metrics")
      }
      """;

  @TempDir private Path folder;

  @Test
  void the_statement_for_a_hypertable_stands_at_the_end_as_a_comment() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), HYPERTABLE);

    assertThat(PlumbRun.in(folder).run("ddl").out())
        .endsWith(
            """

            -- Run these too, where TimescaleDB is installed:
            -- SELECT create_hypertable('"metrics"."ev''ents"', by_range('created at', INTERVAL '7 days'), create_default_indexes => false);
            """);
    assertThat(PlumbRun.in(folder).run("ddl", "--style", "prisma").out())
        .doesNotContain("hypertable");
  }
}
