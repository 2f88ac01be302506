package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.schema.DatabaseSchema;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  @Property(tries = 300)
  void every_schema_survives_the_file(@ForAll long seed) {
    DatabaseSchema schema = new RandomRecords(seed).make(DatabaseSchema.class);
    String text = Snapshot.write(schema);
    assertThat(Snapshot.read(text, "x.json")).isEqualTo(schema);
    assertThat(Snapshot.write(Snapshot.read(text, "x.json"))).isEqualTo(text);
  }

  @Test
  void an_empty_schema_survives_the_file() {
    String text = Snapshot.write(DatabaseSchema.empty());
    assertThat(Snapshot.read(text, "x.json")).isEqualTo(DatabaseSchema.empty());
  }

  @Test
  void other_files_are_refused_by_name() {
    refused("{\"a\": 1}", "x.json is JSON but no snapshot of a schema");
    refused("[]", "x.json is JSON but no snapshot of a schema");
    refused("nonsense", "x.json is no snapshot");
    refused("", "x.json is");
    refused(
        "{\"format\": \"plumbline-snapshot\", \"version\": 99}",
        "x.json is a snapshot of version 99");
    refused(
        "{\"format\": \"plumbline-snapshot\", \"version\": 1, \"schema\": {\"tabels\": []}}",
        "x.json is no snapshot");
    refused("{\"format\": \"plumbline-snapshot\", \"version\": 1}", "x.json is no snapshot");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> Snapshot.read(text, "x.json"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message);
  }
}
