package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.diff.DiffOptions;
import dev.plumbline.diff.Drift;
import dev.plumbline.diff.Renames;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.FinishedProcess;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.parity.Corpus;
import dev.plumbline.parity.SchemaText;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that {@code pg_dump} took to another major version is the same to us, also when all of
 * it has been vacuumed, indexed and analysed anew. The normal profile takes one pair of versions.
 * Without the programs of an installed Postgres the tests are skipped.
 */
final class DumpedDatabaseTest {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final Path HAND_MADE = Path.of("src/test/resources/dev/plumbline/cli/hand-made");

  /**
   * A dump names no version of an extension, leaves the triggers behind foreign keys enabled, and
   * materialized views empty.
   */
  private static final Set<String> NOT_CARRIED =
      Set.of("extension.version", "table.disabled-foreign-key-triggers", "view.populated");

  private static final boolean LONG = Boolean.getBoolean("plumbline.long");

  @TempDir private Path folder;

  /** From one major version to another; a {@code pg_dump} reads no server newer than itself. */
  private record Move(int from, int to) {
    static Stream<Move> all() {
      return LONG
          ? Stream.of(13, 14, 15)
              .flatMap(from ->
                  TestPostgres.everyMajor().filter(to -> to > from).map(to -> new Move(from, to)))
          : Stream.of(new Move(14, 18));
    }

    @Override
    public String toString() {
      return from + " to " + to;
    }
  }

  @TestFactory
  Stream<DynamicTest> everything_is_the_same() {
    return Move.all().map(move -> DynamicTest.dynamicTest(move.toString(), () -> everything(move)));
  }

  private void everything(Move move) throws IOException, SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(move.from());
        ScratchDatabase copy = TestPostgres.open(move.to())) {
      EverythingDatabase.makeRoom(copy);
      carry(database.database(), copy);
      try (Connection connection = copy.connect()) {
        SchemaDiff diff =
            SchemaDiff.between(
                database.read(),
                CatalogReader.read(connection, EverythingDatabase.managed()),
                Renames.none(),
                DiffOptions.definitions());
        assertThat(Drift.of(diff).entries())
            .filteredOn(entry -> !NOT_CARRIED.contains(entry.kind()))
            .extracting(entry -> entry.kind() + " " + entry.address())
            .isEmpty();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> what_a_schema_made_is_in_sync() {
    return Move.all()
        .flatMap(move ->
            schemas(move)
                .map(schema ->
                    DynamicTest.dynamicTest(schema + ", " + move, () -> madeOf(schema, move))));
  }

  private static Stream<SchemaText> schemas(Move move) {
    SchemaText own = SchemaText.read("hand-made", HAND_MADE);
    boolean far = LONG && move.to() == TestPostgres.newest();
    return far ? Stream.concat(Stream.of(own), Corpus.schemas().stream()) : Stream.of(own);
  }

  private void madeOf(SchemaText schema, Move move) throws IOException {
    Path project = Files.createTempDirectory(folder, "project");
    for (SchemaText.File file : schema.files()) {
      Files.writeString(project.resolve(file.name()), file.text());
    }
    PlumbRun ddl = PlumbRun.in(project).run("ddl", ".");
    try (ScratchDatabase database = TestPostgres.open(move.from());
        ScratchDatabase copy = TestPostgres.open(move.to())) {
      database.run(List.of(SourceFile.of("ddl.sql", ddl.out())));
      carry(database, copy);
      PlumbRun drift = PlumbRun.in(project).run("drift", ".", "--strict", "--url", copy.url());
      assertThat(drift.status()).as(drift.out() + drift.err()).isZero();
    }
  }

  private void carry(ScratchDatabase from, ScratchDatabase to) throws IOException {
    Assumptions.assumeTrue(
        Stream.of("pg_dump", "psql").map(PROGRAMS::resolve).allMatch(Files::isExecutable),
        "there is no pg_dump in " + PROGRAMS);
    Path dump = Files.createTempFile(folder, "dump", ".sql");
    run("pg_dump", "--schema-only", "--file", dump.toString(), "--dbname", from.url());
    run("psql", "-d", to.url(), "--file", dump.toString());
    run(
        "psql",
        "-d",
        to.url(),
        "-c",
        "vacuum full",
        "-c",
        "reindex schema public",
        "-c",
        "analyze");
  }

  private static void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(PROGRAMS.resolve(program).toString());
    if (program.equals("psql")) {
      command.addAll(List.of("-X", "-q", "-v", "ON_ERROR_STOP=1"));
    }
    command.addAll(List.of(arguments));
    FinishedProcess process = FinishedProcess.run(command, 120);
    assertThat(process.status()).as(program + ": " + process.output()).isZero();
  }
}
