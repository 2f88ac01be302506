package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two expressions that read differently: a scratch server is asked, and where it cannot answer,
 * because it lacks a function of the live database, that is said and nothing claimed.
 */
final class UnprovenDriftTest {
  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void open() {
    database = TestPostgres.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_a_server_can_answer_is_proven() throws IOException {
    indexed("abs(price) > 3", "abs(price) > 4");
    assertThat(drift().out()).contains("changed    index Book_title_idx");
    indexed("abs(price) > 3 and title like 'a%'", "(abs(price) > 3) AND title ~~ 'a%'::text");
    assertThat(drift().out()).endsWith("\nin sync\n");
  }

  @Test
  void what_no_server_can_answer_is_unproven_and_says_why() throws IOException {
    indexed("price_of(id) > '3'", "price_of(id) > 3");
    PlumbRun run = drift();
    assertThat(run.out()).contains("unproven   index Book_title_idx", "actual    public.price_of");
    assertThat(run.err())
        .isEqualTo("note: some are unproven: function price_of(integer) does not exist\n");
    assertThat(run.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(drift("--output", "json").out())
        .contains(
            "\"certainty\" : \"unproven\"",
            "\"unprovenBecause\" : \"function price_of(integer) does not exist\"");
    assertThat(drift("--fail-on", "breaking").status()).isZero();
  }

  private void indexed(String wanted, String actual) throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        generator client {
          provider        = "prisma-client"
          output          = "client"
          previewFeatures = ["partialIndexes"]
        }

        model Book {
          id    Int @id
          price Int
          title String

          @@index([title], where: raw("%s"))
        }
        """
            .formatted(wanted));
    String sql =
        """
        DROP SCHEMA public CASCADE;
        CREATE SCHEMA public;
        CREATE FUNCTION price_of(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2';
        CREATE TABLE "Book" (id integer NOT NULL, price integer NOT NULL, title text NOT NULL,
          CONSTRAINT "Book_pkey" PRIMARY KEY (id));
        CREATE INDEX "Book_title_idx" ON "Book" (title) WHERE %s;
        """
            .formatted(actual);
    TestPostgres.run(database, sql);
  }

  private PlumbRun drift(String... more) {
    return PlumbRun.in(folder).drift(database.url(), more);
  }
}
