package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two namespaces have one hash exactly when nothing that is compared differs between them. */
final class FingerprintsTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void whatever_a_hand_changes_changes_the_hash_and_the_checksum(int major) {
    List<String> unseen = new ArrayList<>();
    List<String> unsummed = new ArrayList<>();
    try (EverythingDatabase database = EverythingDatabase.open(major)) {
      Map<String, String> before = database.fingerprints();
      Optional<String> sum = database.checksum();
      for (CatalogChange change : CatalogChange.of(major)) {
        database.run(change.sql());
        Map<String, String> after = database.fingerprints();
        if (before.equals(after) && !isLeftOut(change)) {
          unseen.add(change.toString());
        }
        before = after;
        Optional<String> next = database.checksum();
        if (next.isEmpty() || next.equals(sum)) {
          unsummed.add(change.toString());
        }
        sum = next;
      }
    }
    assertThat(unseen).isEmpty();
    assertThat(unsummed).as("what the checksum does not see").isEmpty();
  }

  /** What a comparison with a schema file leaves out too. */
  private static boolean isLeftOut(CatalogChange change) {
    String aspect = change.aspect();
    return aspect.equals("owner")
        || aspect.equals("grants")
        || change.kind().equals("extension")
        || change.code().equals("column.order");
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void the_name_of_a_namespace_and_its_history_do_not_matter(int major) throws SQLException {
    try (ScratchDatabase database = TestPostgres.open(major);
        Connection connection = database.connect()) {
      for (String name : List.of("tenant_1", "tenant_2", "\"Tenant 3\"", "tenant_11")) {
        TestPostgres.run(database, tenant(name));
      }
      TestPostgres.run(
          database, "ALTER TABLE tenant_2.child ADD x integer; ALTER TABLE tenant_2.child DROP x");
      TestPostgres.run(database, "INSERT INTO tenant_1.parent DEFAULT VALUES; ANALYZE");
      TestPostgres.run(database, "ALTER TABLE tenant_11.child ALTER n SET NOT NULL");
      Map<String, String> hashes = hashes(connection, "%enant%");
      assertThat(hashes).containsOnlyKeys("Tenant 3", "tenant_1", "tenant_11", "tenant_2");
      assertThat(hashes.get("tenant_2")).isEqualTo(hashes.get("tenant_1"));
      assertThat(hashes.get("Tenant 3")).isEqualTo(hashes.get("tenant_1"));
      assertThat(hashes.get("tenant_11")).isNotEqualTo(hashes.get("tenant_1"));
      assertThat(hashes(connection, "tenant\\_1")).containsOnlyKeys("tenant_1");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void what_happens_to_rows_does_not_change_the_checksum(int major) throws SQLException {
    try (ScratchDatabase database = TestPostgres.open(major);
        Connection connection = database.connect()) {
      TestPostgres.run(database, tenant("tenant_1"));
      Optional<String> before = CatalogReader.checksum(connection, CatalogOptions.of());
      TestPostgres.run(
          database,
          "INSERT INTO tenant_1.parent SELECT FROM generate_series(1, 1000);"
              + " INSERT INTO tenant_1.child (parent, n) SELECT id, 'n' FROM tenant_1.parent;"
              + " DELETE FROM tenant_1.child WHERE parent > 10");
      for (String upkeep : List.of("VACUUM", "ANALYZE", "VACUUM FULL", "VACUUM FREEZE")) {
        TestPostgres.run(database, upkeep);
      }
      TestPostgres.run(database, "REINDEX SCHEMA tenant_1");
      assertThat(CatalogReader.checksum(connection, CatalogOptions.of())).isEqualTo(before);
      assertThat(before).isPresent();
      TestPostgres.run(database, "ALTER TABLE tenant_1.child ALTER n SET NOT NULL");
      assertThat(CatalogReader.checksum(connection, CatalogOptions.of())).isNotEqualTo(before);
    }
  }

  private static String tenant(String name) {
    return """
    CREATE SCHEMA %1$s;
    SET search_path = %1$s;
    CREATE TYPE status AS ENUM ('a', 'b');
    CREATE TABLE parent (id serial PRIMARY KEY, s status DEFAULT 'a');
    CREATE TABLE child (id integer GENERATED ALWAYS AS IDENTITY, parent integer REFERENCES parent,
      n text COLLATE "C", CHECK (n <> ''));
    CREATE INDEX child_n ON child (n, parent DESC) WHERE parent > 0;
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
    CREATE TRIGGER touch BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION f();
    CREATE VIEW v AS SELECT id, s FROM parent;
    COMMENT ON COLUMN child.n IS 'said';
    RESET search_path;
    """
        .formatted(name);
  }

  private static Map<String, String> hashes(Connection connection, String pattern) {
    return CatalogReader.fingerprints(connection, pattern, CatalogOptions.of());
  }
}
