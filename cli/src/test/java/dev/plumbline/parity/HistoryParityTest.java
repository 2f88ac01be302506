package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Prisma's engine and Plumbline go on with each other's history. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class HistoryParityTest {
  private static final String COLUMNS =
      "SELECT string_agg(c, ' ' ORDER BY c) FROM (SELECT column_name || ':' || data_type || ':'"
          + " || is_nullable AS c FROM information_schema.columns"
          + " WHERE table_name = '_prisma_migrations') x";

  @TempDir private Path folder;

  private final List<SchemaText.File> migrations = new ArrayList<>();

  private void add(String name, String sql) throws IOException {
    Path migration = Files.createDirectories(folder.resolve("migrations").resolve(name));
    Files.writeString(migration.resolve("migration.sql"), sql);
    migrations.add(new SchemaText.File(name, sql));
  }

  private PlumbRun apply(ScratchDatabase database) {
    return PlumbRun.in(folder)
        .run("migrate", "apply", "--dir", "migrations", "--url", database.url());
  }

  private List<String> applyByPrisma(ScratchDatabase database, PrismaOracle oracle) {
    return oracle.apply(new SchemaText("migrations", migrations), database.url());
  }

  @Test
  void each_goes_on_where_the_other_ended(PrismaOracle.Search search) throws IOException {
    PrismaOracle oracle = search.oracle();
    try (ScratchDatabase database = TestPostgres.open()) {
      add("20240101000000_init", "CREATE TABLE a (id int);\n");
      assertThat(apply(database).out()).isEqualTo("ran  20240101000000_init\n");
      assertThat(applyByPrisma(database, oracle)).isEmpty();

      add("20240102000000_more", "CREATE TABLE b (id int);\n");
      assertThat(applyByPrisma(database, oracle)).containsExactly("20240102000000_more");
      assertThat(apply(database).out()).isEqualTo("Nothing to do: all migrations have run.\n");

      add("20240103000000_index", "CREATE INDEX CONCURRENTLY i ON a (id);\nSELECT 1;\n");
      assertThat(apply(database).out()).isEqualTo("ran  20240103000000_index\n");
      assertThat(applyByPrisma(database, oracle)).isEmpty();
      assertThat(database.ask(COLUMNS)).isEqualTo(columnsOfPrisma(oracle));
    }
  }

  private Optional<String> columnsOfPrisma(PrismaOracle oracle) {
    try (ScratchDatabase database = TestPostgres.open()) {
      assertThat(applyByPrisma(database, oracle)).hasSize(migrations.size());
      return database.ask(COLUMNS);
    }
  }
}
