package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.report.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class LintCommandTest {
  private static final String TABLES =
      """
      CREATE TABLE person (id serial PRIMARY KEY, name text, age int NOT NULL DEFAULT 1, code text);
      CREATE TABLE task (id int PRIMARY KEY, doer int, note varchar(20));
      CREATE TABLE part (id int PRIMARY KEY, task int REFERENCES task);
      CREATE TYPE mood AS ENUM ('sad');
      CREATE VIEW grown AS SELECT id FROM person WHERE age > 17;
      CREATE INDEX person_age ON person (age);
      CREATE TABLE log (id int) PARTITION BY RANGE (id);
      CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (2);
      """;

  @TempDir private Path folder;

  @BeforeEach
  void begin_with_tables() throws IOException {
    write("001.sql", TABLES);
  }

  private void write(String name, String sql) throws IOException {
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(folder.resolve("migrations").resolve(name), sql);
  }

  private PlumbRun lint(String... more) {
    return PlumbRun.in(folder)
        .run(Stream.concat(Stream.of("lint"), Stream.of(more)).toArray(String[]::new));
  }

  /** Each finding as its file, line, level and hazard. */
  private static List<String> findings(PlumbRun run) {
    assertThat(run.err()).isEmpty();
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : JsonMapper.shared().readTree(run.out()).path("findings")) {
      findings.add(
          "%s:%d %s %s%s"
              .formatted(
                  finding.path("file").asString().replace("migrations/", ""),
                  finding.path("line").asInt(),
                  finding.path("level").asString(),
                  finding.path("hazard").asString(),
                  finding.path("accepted").isNull() ? "" : " accepted"));
    }
    return findings;
  }

  @Test
  void every_rule_is_found_at_its_statement() throws IOException {
    write(
        "002.sql",
        """
        DROP VIEW grown;
        ALTER TABLE person ADD COLUMN required int NOT NULL;
        CREATE INDEX task_note ON task (note);
        ALTER TABLE person RENAME COLUMN code TO zip;
        -- plumb:accept rewrites-table it is small
        -- plumb:accept breaks-clients
        ALTER TABLE person ALTER COLUMN age TYPE bigint;
        """);
    write(
        "003.sql",
        """
        SET lock_timeout = '5s';
        ALTER TABLE task ADD FOREIGN KEY (doer) REFERENCES person;
        ALTER TABLE task ALTER COLUMN doer SET NOT NULL;
        ALTER TABLE task DROP COLUMN note;
        ALTER TABLE task ENABLE ROW LEVEL SECURITY;
        DROP INDEX person_age;
        ALTER TABLE person ADD CHECK (age > 0);
        ALTER TABLE person ADD COLUMN a_name_that_is_far_too_long_for_postgres_to_keep_all_of_its_many_bytes int;
        """);
    write("004.sql", "CREATE INDEX CONCURRENTLY i ON person (zip);\nTRUNCATE part;\n");
    write(
        "005.sql",
        """
        ALTER TYPE mood ADD VALUE 'glad';
        ALTER TABLE person ADD COLUMN mood mood DEFAULT 'glad';
        DROP TABLE task CASCADE;
        """);
    write(
        "007.sql",
        """
        SET statement_timeout = '1min';
        -- plumb:accept data-loss nothing is lost
        CREATE INDEX one ON part (task);
        ALTER TYPE mood ADD VALUE 'calm' BEFORE 'sad';
        ALTER TABLE log DETACH PARTITION log_1;
        """);
    write(
        "006.sql",
        """
        CREATE TABLE own (id serial PRIMARY KEY, c char(2));
        CREATE INDEX ON own (c);
        ALTER TABLE own ALTER c SET NOT NULL;
        """);

    PlumbRun run = lint("migrations", "--since", "001", "--output", "json");

    assertThat(run.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(findings(run))
        .contains(
            "002.sql:1 warning breaks-clients",
            "002.sql:2 error needs-data-step",
            "002.sql:2 note lock-timeout",
            "002.sql:3 warning blocks-writes",
            "002.sql:3 warning holds-locks",
            "002.sql:4 warning breaks-clients",
            "002.sql:7 warning rewrites-table accepted",
            "002.sql:7 warning breaks-clients",
            "002.sql:2 note statement-timeout",
            "003.sql:2 warning blocks-writes",
            "003.sql:2 warning may-fail-on-data",
            "003.sql:3 warning blocks-reads",
            "003.sql:4 warning data-loss",
            "003.sql:5 warning access-change",
            "003.sql:6 warning drops-index",
            "003.sql:7 warning blocks-reads",
            "003.sql:8 warning name-too-long",
            "004.sql:1 note invalid-index",
            "004.sql:1 note not-repeatable",
            "004.sql:2 warning data-loss",
            "005.sql:1 note irreversible",
            "005.sql:1 note enum-order",
            "007.sql:3 note unused-accept",
            "007.sql:5 warning detaches-partition",
            "005.sql:2 error transaction",
            "005.sql:3 warning data-loss",
            "005.sql:3 warning drops-dependents")
        .doesNotContain(
            "003.sql:2 note lock-timeout",
            "007.sql:3 note statement-timeout",
            "007.sql:4 note enum-order",
            "004.sql:2 note statement-timeout")
        .filteredOn(finding -> finding.startsWith("006"))
        .containsExactly("006.sql:1 note type-choice", "006.sql:1 note type-choice");
  }

  @Test
  void the_last_migration_is_told_in_every_shape() throws IOException {
    write("002.sql", "\nCREATE INDEX task_note ON task (note);\n");

    PlumbRun human = lint("migrations");
    assertThat(human.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(human.out())
        .contains(
            "warning[blocks-writes]: all rows of task are read while nobody can write to it",
            "--> migrations/002.sql:2:1  CREATE INDEX task_note ON task (note)",
            "1 warning, 2 notes in 1 file.");
    PlumbRun sarif = lint("migrations", "--output", "sarif");
    SarifSchema.assertHolds(sarif.out());
    assertThat(sarif.out()).contains("\"ruleId\" : \"blocks-writes\"", "\"startLine\" : 2");
    assertThat(lint("migrations", "--output", "github").out())
        .contains("::warning file=migrations/002.sql,line=2,endLine=2,", "::notice file=");
  }

  @Test
  void the_sizes_of_live_tables_decide() throws IOException {
    write("002.sql", "CREATE INDEX task_note ON task (note);\nDROP TABLE part;\n");
    try (ScratchDatabase database = TestPostgres.open()) {
      TestPostgres.run(
          database,
          TABLES + "INSERT INTO task SELECT i FROM generate_series(1, 20) i; ANALYZE task;");
      PlumbRun small = lint("migrations", "--url", database.url());
      assertThat(small.status()).as(small.out() + small.err()).isZero();
      assertThat(small.out())
          .contains(
              "note[blocks-writes]", "it has about 20 rows", "note[data-loss]", "it is empty");
      TestPostgres.run(database, "UPDATE pg_class SET reltuples = 2000000 WHERE relname = 'task'");
      assertThat(lint("migrations", "--url", database.url()).out())
          .contains("error[blocks-writes]", "it has about 2,000,000 rows");
    }
  }

  @Test
  void a_file_stands_on_what_is_named() throws IOException {
    Files.writeString(folder.resolve("change.sql"), "ALTER TABLE task RENAME TO job;\n");
    assertThat(lint("change.sql", "--from", "migrations").out())
        .contains("warning[breaks-clients]: table task is called table job now");
    PlumbRun alone = lint("change.sql");
    assertThat(alone.status()).isEqualTo(ExitCode.ERROR);
    assertThat(alone.err()).contains("change.sql:1:").contains("\"task\" does not exist");
    assertThat(lint("change.sql", "--all").status()).isEqualTo(ExitCode.USAGE);
  }
}
