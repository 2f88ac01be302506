package dev.plumbline.api;

import static dev.plumbline.api.DatabaseAssert.assertThatDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The door for JVM users, with the example of docs/jvm.md. */
final class PlumblineTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      /// @pg.check("total >= 0 AND total < 1000000", map: "sane")
      model Order {
        id    Int     @id
        total Decimal @db.Decimal(10, 2)

        @@index([total])
        @@map("orders")
      }
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;
  private Path schema;

  @BeforeEach
  void make() throws IOException {
    schema = Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    database = TestPostgres.open();
    TestPostgres.run(database, PlumbRun.in(folder).run("ddl", "schema.prisma").out());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DataSource dataSource() {
    URI url = URI.create(database.url());
    String[] account = url.getUserInfo().split(":", 2);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(
        "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()));
    source.setUser(account[0]);
    source.setPassword(account[1]);
    return source;
  }

  @Test
  void the_example_of_the_manual_works() throws IOException {
    DataSource dataSource = dataSource();
    Path schemaPath = schema;
    assertThatDatabase(dataSource)
        .ignoringKind("trigger.extra")
        .ignoring(entry -> entry.address().object().name().startsWith("audit_"))
        .isInSyncWith(schemaPath);
    String page = Files.readString(Path.of("../docs/jvm.md"));
    assertThat(page)
        .contains(
            ".ignoringKind(\"trigger.extra\")",
            ".ignoring(entry -> entry.address().object().name().startsWith(\"audit_\"))",
            "DriftReport report = Plumbline.drift(Path.of(\"prisma/schema.prisma\"), dataSource);");
  }

  @Test
  void tells_what_counts_with_its_line() throws SQLException {
    TestPostgres.run(
        database,
        """
        DROP INDEX orders_total_idx;
        CREATE INDEX more ON orders (id, total);
        ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);
        """);
    DriftReport report = Plumbline.drift(schema, dataSource());
    assertThat(report.entries())
        .extracting(DriftEntry::kind)
        .containsExactly("column.type", "index.extra", "index.missing");
    assertThat(report.isInSync()).isFalse();
    String type =
        "changed column.type public.orders.total: expected numeric(10,2), actual numeric(12,2)";
    String index = "missing index.missing public.orders.orders_total_idx";
    assertThat(report.describe().lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).startsWith(type).endsWith("schema.prisma:8)"),
            line -> assertThat(line).startsWith(index).endsWith("schema.prisma:10)"));
    assertThatThrownBy(() -> assertThatDatabase(dataSource()).isInSyncWith(schema))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The database is not what " + schema + " says:\n  " + type);
    assertThat(
            report.without(entry -> List.of("column.type", "index.missing").contains(entry.kind())))
        .matches(DriftReport::isInSync);
  }

  @Test
  void a_schema_with_errors_is_told_with_its_places() throws IOException {
    Files.writeString(schema, SCHEMA.replace("Decimal @db", "Decimla @db"));
    assertThatThrownBy(() -> Plumbline.drift(schema, dataSource()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(schema + ":8:");
    assertThatThrownBy(() -> Plumbline.drift(folder.resolve("none.prisma"), dataSource()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file or folder " + folder.resolve("none.prisma"));
  }

  @Test
  void what_plumbline_toml_ignores_is_accepted() throws IOException, SQLException {
    TestPostgres.run(database, "DROP INDEX orders_total_idx");
    Path config = folder.resolve("plumbline.toml");
    Files.writeString(
        config,
        """
        [drift]
        ignore = [{ object = "orders.*", kind = "index.missing", reason = "soon" }]
        """);
    DriftReport report = Plumbline.drift(schema, dataSource());
    assertThat(report.entries()).isEmpty();
    assertThat(report.accepted()).containsValue("soon").hasSize(1);
    Files.writeString(config, "[drift]\nignored = []\n");
    assertThatThrownBy(() -> Plumbline.drift(schema, dataSource()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plumbline.toml");
  }
}
