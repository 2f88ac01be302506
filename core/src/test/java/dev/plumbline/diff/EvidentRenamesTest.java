package dev.plumbline.diff;

import static dev.plumbline.diff.Schemas.column;
import static dev.plumbline.diff.Schemas.enumType;
import static dev.plumbline.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EvidentRenamesTest {
  private static DatabaseSchema tables(Table... tables) {
    return Schemas.live(List.of(), List.of(tables));
  }

  private static DatabaseSchema enums(EnumType... types) {
    return Schemas.live(List.of(types), List.of());
  }

  /** A table of these columns: a name that ends in {@code #} is a number, all others are texts. */
  private static Table of(String name, String... columns) {
    List<Column> made =
        Stream.of(columns).map(it -> column(it, it.endsWith("#") ? "int" : "text")).toList();
    return table(name, made, List.of(), List.of());
  }

  private static List<String> found(DatabaseSchema from, DatabaseSchema to) {
    return EvidentRenames.of(from, to).stream()
        .map(rename -> rename.from() + " is " + rename.to())
        .toList();
  }

  private static List<String> columns(Table from, Table to) {
    return found(tables(from), tables(to));
  }

  @Test
  void columns_that_kept_their_place_and_type() {
    assertThat(columns(of("t", "id#", "one", "two", "z"), of("t", "id#", "1", "2", "z")))
        .containsExactly("public.t.one is public.t.1", "public.t.two is public.t.2");
    assertThat(columns(of("t", "id#", "new#", "z"), of("t", "id#", "old", "z"))).isEmpty();
  }

  @Test
  void a_column_that_came_last_is_another_one() {
    assertThat(columns(of("t", "id#", "z", "new"), of("t", "id#", "old", "z"))).isEmpty();
  }

  @Test
  void where_the_order_says_nothing_only_one_may_fit() {
    assertThat(columns(of("t", "z", "id#", "new"), of("t", "id#", "old", "z")))
        .containsExactly("public.t.new is public.t.old");
    assertThat(columns(of("t", "z", "id#", "new"), of("t", "id#", "old", "other", "z"))).isEmpty();
  }

  @Test
  void tables_with_the_very_same_columns() {
    assertThat(found(tables(of("new", "id#", "a")), tables(of("old", "a", "id#"))))
        .containsExactly("public.new is public.old");
    assertThat(found(tables(of("new", "id#", "a")), tables(of("old", "id#", "b")))).isEmpty();
    assertThat(found(tables(of("new", "id#"), of("newer", "id#")), tables(of("old", "id#"))))
        .isEmpty();
  }

  @Test
  void types_and_labels() {
    assertThat(found(enums(enumType("new", "a", "b")), enums(enumType("old", "a", "b"))))
        .containsExactly("public.new is public.old");
    assertThat(found(enums(enumType("e", "a", "x")), enums(enumType("e", "a", "b"))))
        .containsExactly("public.e.x is public.e.b");
    assertThat(found(enums(enumType("e", "b", "a")), enums(enumType("e", "a", "b")))).isEmpty();
    assertThat(found(enums(enumType("e", "a", "x", "y")), enums(enumType("e", "a", "b"))))
        .isEmpty();
  }
}
