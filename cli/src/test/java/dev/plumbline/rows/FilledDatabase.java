package dev.plumbline.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills a scratch database, and lets Postgres check what is in it. */
public final class FilledDatabase {
  // Foreign keys are not checked while rows are made, and nobody vouches for them but this.
  private static final String VALIDATE =
      """
      set allow_system_table_mods = on;
      update pg_constraint set convalidated = false
      where contype in ('f', 'c') and conrelid <> 0 and convalidated
        -- before Postgres 18 the foreign keys of partitioned tables are valid by definition
        and not (contype = 'f'
          and conrelid in (select oid from pg_class where relkind = 'p' or relispartition));
      do $$
      declare statement text;
      begin
        for statement in
          select format('alter table %s validate constraint %I', conrelid::regclass, conname)
          from pg_constraint where contype in ('f', 'c') and not convalidated and conrelid <> 0
        loop
          execute statement;
        end loop;
      end
      $$;
      """;

  private FilledDatabase() {}

  /** Fills a database and reports on it; every foreign key and check holds afterwards. */
  public static Filling fill(ScratchDatabase database, int rows) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      DatabaseSchema schema = CatalogReader.read(connection, CatalogOptions.ofEveryNamespace());
      Filling filling = RowGenerator.fill(connection, schema, rows);
      filling
          .rows()
          .forEach((table, count) -> {
            try (ResultSet row =
                statement.executeQuery(
                    "select count(*) from \"%s\".\"%s\""
                        .formatted(table.namespace(), table.name()))) {
              row.next();
              assertThat(row.getLong(1)).as("rows of " + table).isEqualTo(count);
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
      statement.execute(VALIDATE);
      return filling;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
