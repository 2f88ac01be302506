package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.IndexDefinition.Decoration;
import dev.plumbline.schema.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IndexDefinitionTest {
  private static final Decoration BARE = new Decoration(Optional.empty(), false);
  private static final Decoration CLASS = new Decoration(Optional.empty(), true);

  @Test
  void directions_are_no_operator_class() {
    assertThat(
            IndexDefinition.read(
                "CREATE INDEX i ON s.t USING btree (a, b DESC, c NULLS FIRST, d DESC NULLS LAST)",
                columns(4)))
        .containsExactly(BARE, BARE, BARE, BARE);
  }

  @Test
  void an_operator_class_may_have_a_namespace_parameters_and_a_direction() {
    assertThat(
            IndexDefinition.read(
                "CREATE INDEX i ON s.t USING gist (a ext.gist_trgm_ops (siglen='32', x='a,)'),"
                    + " b text_pattern_ops DESC, \"c d\" \"Odd, ops\" NULLS FIRST, e)",
                columns(4)))
        .containsExactly(CLASS, CLASS, CLASS, BARE);
  }

  @Test
  void a_collation_stands_before_the_operator_class() {
    assertThat(
            IndexDefinition.read(
                "CREATE INDEX i ON s.t USING btree (a COLLATE \"C\" text_pattern_ops,"
                    + " b COLLATE s.\"my, (collation\" DESC)",
                columns(2)))
        .containsExactly(
            new Decoration(Optional.of(new ObjectName("pg_catalog", "C")), true),
            new Decoration(Optional.of(new ObjectName("s", "my, (collation")), false));
  }

  @Test
  void expressions_are_skipped_as_postgres_prints_them() {
    assertThat(
            IndexDefinition.read(
                "CREATE INDEX i ON s.t USING btree (f(a, ') DESC'::text), ((a || ', b x'::text))"
                    + " COLLATE \"C\", COLLATION FOR (a) text_ops) WHERE (a > 0)",
                List.of(
                    Optional.of("f(a, ') DESC'::text)"),
                    Optional.of("((a || ', b x'::text))"),
                    Optional.of("COLLATION FOR (a)"))))
        .containsExactly(
            BARE, new Decoration(Optional.of(new ObjectName("pg_catalog", "C")), false), CLASS);
  }

  @Test
  void names_with_parentheses_do_not_begin_the_keys() {
    assertThat(
            IndexDefinition.read(
                "CREATE UNIQUE INDEX \"i (x\" ON ONLY \"s(\".\"t \"\"(\" USING btree (a text_ops)"
                    + " INCLUDE (b)",
                columns(1)))
        .containsExactly(CLASS);
  }

  private static List<Optional<String>> columns(int count) {
    return Collections.nCopies(count, Optional.empty());
  }
}
