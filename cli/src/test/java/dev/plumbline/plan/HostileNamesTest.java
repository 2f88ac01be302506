package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Renames;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of every kind under names that try to be something else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class HostileNamesTest {
  /** Each breaks out of something else: quotes, comments, templates, dollar quotes, lines. */
  private static final List<String> WORST =
      List.of(
          "a\"b",
          "a'b",
          "a\\b",
          "exactly sixty-three bytes and not one more, whatever follows --",
          "*/",
          "${x}",
          "<#if>",
          "a\nb\r\nc",
          "$$",
          "$1 ? :x {d}");

  private static final List<String> OTHERS =
      List.of("select", "UPPER lower", "ünïcødé", "--", "/*", ";drop", "😀", "0", " ");

  static Stream<String> names() {
    return Boolean.getBoolean("plumbline.long")
        ? Stream.concat(WORST.stream(), OTHERS.stream())
        : WORST.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void are_created_altered_taken_back_and_dropped(String text) {
    var name = new HostileName(text);
    try (Journey journey = Journey.begin()) {
      DatabaseSchema nothing = journey.read();
      journey.run(name.in(resource("hostile-before.sql")));
      DatabaseSchema before = journey.read();
      journey.run(name.in(resource("hostile-alterations.sql")));
      DatabaseSchema after = journey.read();

      journey.lead(nothing);
      journey.lead(before);
      journey.lead(after);
      journey.lead(before);
      journey.run(name.in(resource("hostile-renames.sql")));
      DatabaseSchema renamed = journey.read();
      assertRenames(journey.lead(before, renames(name, "t", "", "", "")));
      assertRenames(journey.lead(renamed, renames(name, "z", "y", "z", "y")));
      journey.lead(nothing);
      journey.leadInPrismasStyle(before);
    }
  }

  /** What the objects were called that have these suffixes now. */
  private static Renames renames(
      HostileName name, String table, String column, String type, String label) {
    var tableName = new ObjectName(name.with("i"), name.with(table));
    var typeName = new ObjectName(name.with("q"), name.with(type));
    return new Renames(
        Map.of(
            ObjectAddress.of(ObjectKind.TABLE, tableName), name.with(table.equals("t") ? "z" : "t"),
            ObjectAddress.of(ObjectKind.COLUMN, tableName, name.with(column)),
                name.with(column.isEmpty() ? "y" : ""),
            ObjectAddress.of(ObjectKind.ENUM, typeName), name.with(type.isEmpty() ? "z" : ""),
            ObjectAddress.of(ObjectKind.ENUM, typeName, name.with(label)),
                name.with(label.isEmpty() ? "y" : "")));
  }

  private static void assertRenames(Plan plan) {
    assertThat(plan.steps().stream().flatMap(step -> step.operations().stream()))
        .hasAtLeastOneElementOfType(TableOperation.RenameTable.class)
        .hasAtLeastOneElementOfType(TableOperation.RenameColumn.class)
        .hasAtLeastOneElementOfType(TableOperation.RenameConstraint.class)
        .hasAtLeastOneElementOfType(IndexOperation.RenameIndex.class)
        .hasAtLeastOneElementOfType(TypeOperation.RenameType.class)
        .hasAtLeastOneElementOfType(TypeOperation.RenameEnumValue.class);
  }

  private static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(HostileNamesTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
