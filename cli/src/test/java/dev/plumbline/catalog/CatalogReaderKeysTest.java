package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Match;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.IndexKey.OperatorClass;
import dev.plumbline.schema.IndexKey.Ordering;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says of the constraints and indexes of {@code everything.sql}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogReaderKeysTest {
  private final Map<Integer, DatabaseSchema> readings = new ConcurrentHashMap<>();

  static Stream<Integer> majors() {
    return TestPostgres.everyMajor();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void primary_keys(int major) {
    assertThat(constraint(major, "job", "job_pkey"))
        .isEqualTo(
            new Constraint.PrimaryKey(
                "job_pkey",
                List.of("id"),
                List.of("tenant_id"),
                false,
                Deferrability.NOT_DEFERRABLE,
                Map.of("fillfactor", "85"),
                new ConstraintIndex(
                    Index.State.VALID,
                    Optional.empty(),
                    false,
                    false,
                    Optional.of("The index of the key")),
                Optional.of("The key")));
    if (major >= 18) {
      assertThat(constraint(major, "future", "future_pkey"))
          .isEqualTo(
              new Constraint.PrimaryKey(
                  "future_pkey",
                  List.of("id", "valid_at"),
                  List.of(),
                  true,
                  Deferrability.NOT_DEFERRABLE,
                  Map.of(),
                  Optional.empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void unique_constraints(int major) {
    assertThat(constraint(major, "job", "job_title_key"))
        .isEqualTo(
            new Constraint.Unique(
                "job_title_key",
                List.of("title", "tenant_id"),
                List.of("code"),
                true,
                false,
                Deferrability.INITIALLY_DEFERRED,
                Map.of("fillfactor", "77"),
                new ConstraintIndex(
                    Index.State.VALID, Optional.empty(), true, false, Optional.empty()),
                Optional.empty()));
    Constraint.Unique code = (Constraint.Unique) constraint(major, "job", "job_code_unique");
    assertThat(code.deferrability()).isEqualTo(Deferrability.INITIALLY_IMMEDIATE);
    Constraint.Unique key = (Constraint.Unique) constraint(major, "replicated_by_key", "by_key");
    assertThat(key.index().replicaIdentity()).isTrue();
    if (major >= 15) {
      Constraint.Unique nulls = (Constraint.Unique) constraint(major, "job", "job_nulls");
      assertThat(nulls.nullsDistinct()).isFalse();
    }
    if (major >= 18) {
      Constraint.Unique once = (Constraint.Unique) constraint(major, "future", "future_once");
      assertThat(once.withoutOverlaps()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void foreign_keys(int major) {
    assertThat(constraint(major, "job", "job_parent_fkey"))
        .isEqualTo(
            new Constraint.ForeignKey(
                "job_parent_fkey",
                List.of("parent_id"),
                app("job"),
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.SET_DEFAULT,
                List.of(),
                Match.FULL,
                false,
                Deferrability.INITIALLY_DEFERRED,
                Validity.NOT_VALID,
                Optional.empty()));
    assertThat(constraint(major, "job", "job_tenant_fkey"))
        .isEqualTo(
            new Constraint.ForeignKey(
                "job_tenant_fkey",
                List.of("tenant_id"),
                app("tenant"),
                List.of("id"),
                ReferentialAction.CASCADE,
                ReferentialAction.RESTRICT,
                List.of(),
                Match.SIMPLE,
                false,
                Deferrability.NOT_DEFERRABLE,
                Validity.VALID,
                Optional.of("Whose it is")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void a_foreign_key_to_a_namespace_that_is_not_managed(int major) {
    Constraint.ForeignKey remote =
        (Constraint.ForeignKey) constraint(major, "child", "child_remote_fkey");
    assertThat(remote.target()).isEqualTo(new ObjectName("elsewhere", "remote"));
    assertThat(remote.targetColumns()).containsExactly("a", "B");
    assertThat(remote.columns()).containsExactly("remote_a", "remote B");
    assertThat(remote.setColumns()).isEqualTo(major >= 15 ? List.of("remote_a") : List.of());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void checks(int major) {
    assertThat(constraint(major, "job", "job_price_check"))
        .isEqualTo(
            new Constraint.Check(
                "job_price_check",
                new SqlExpression(
                    "(price >= (0)::numeric) AND (((quantity)::numeric > (0)::numeric)"
                        + " OR ((title)::text ~~ 'x%'::text))"),
                false,
                Validity.VALID,
                Optional.of("No gifts")));
    Constraint.Check noInherit = (Constraint.Check) constraint(major, "job", "job_no_inherit");
    assertThat(noInherit.noInherit()).isTrue();
    Constraint.Check small = (Constraint.Check) constraint(major, "job", "job_small_check");
    assertThat(small.validity()).isEqualTo(Validity.NOT_VALID);
    if (major >= 18) {
      Constraint.Check check = (Constraint.Check) constraint(major, "job", "job_unenforced");
      assertThat(check.validity()).isEqualTo(Validity.NOT_ENFORCED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void not_null_is_no_constraint(int major) {
    assertThat(table(major, "job").constraints())
        .extracting(Constraint::name)
        .noneMatch(name -> name.contains("not_null"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void exclusions(int major) {
    assertThat(constraint(major, "job", "job_overlap"))
        .isEqualTo(
            new Constraint.Exclusion(
                "job_overlap",
                new SqlExpression(
                    "EXCLUDE USING gist (tenant_id WITH =, period WITH &&) WITH (fillfactor='66')"
                        + " WHERE ((period IS NOT NULL))"),
                Deferrability.INITIALLY_DEFERRED,
                Optional.of("One at a time")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void the_index_of_a_constraint_is_no_object_of_its_own(int major) {
    assertThat(table(major, "job").indexes())
        .extracting(Index::name)
        .doesNotContain("job_pkey", "job_title_key", "job_overlap", "job_code_unique")
        .isSorted();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void directions(int major) {
    Index plain = index(major, "job_plain");
    assertThat(plain.comment()).contains("The listing");
    assertThat(plain.keys())
        .containsExactly(
            column("tenant_id", false, false, usual("uuid_ops")),
            column("created_at", true, true, usual("timestamptz_ops")),
            column("price", true, false, usual("numeric_ops")),
            column("small", false, true, usual("int2_ops")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void predicates(int major) {
    Index partial = index(major, "job_partial");
    assertThat(partial.unique()).isTrue();
    assertThat(partial.nullsDistinct()).isTrue();
    assertThat(partial.predicate())
        .contains(new SqlExpression("(state = 'failed'::app.status) AND (NOT done)"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void expressions(int major) {
    assertThat(index(major, "job_expression").keys())
        .containsExactly(
            new IndexKey.OfExpression(
                new SqlExpression("lower((title)::text)"), ordering(usual("text_ops"))),
            new IndexKey.OfExpression(
                new SqlExpression("price + (ratio)::numeric"),
                new Ordering(true, true, Optional.of(usual("numeric_ops")), Optional.empty()),
                OptionalInt.of(321)),
            new IndexKey.OfExpression(
                new SqlExpression("COALESCE(code, 'x'::bpchar)"), ordering(usual("bpchar_ops"))),
            new IndexKey.OfExpression(
                new SqlExpression("payload ->> 'a, b)'::text"),
                new Ordering(false, false, Optional.of(usual("text_ops")), collation("C"))));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void operator_classes_collations_and_included_columns(int major) {
    Index covering = index(major, "job_covering");
    assertThat(covering.keys())
        .containsExactly(
            column("title", false, false, named("varchar_pattern_ops", "")),
            new IndexKey.OfColumn(
                "c_text",
                new Ordering(false, false, Optional.of(usual("text_ops")), collation("POSIX"))),
            column("sorted", false, false, usual("text_ops")));
    assertThat(covering.include()).containsExactly("price", "Weird \"name\"");
    assertThat(covering.storageParameters())
        .isEqualTo(Map.of("deduplicate_items", "off", "fillfactor", "50"));
    assertThat(index(major, "job_trgm").keys())
        .containsExactly(
            column("title", false, false, named("gist_trgm_ops", "siglen=32")),
            column("vector", false, false, usual("tsvector_ops")));
    assertThat(index(major, "job_gin").keys())
        .containsExactly(
            column("payload", false, false, named("jsonb_path_ops", "")),
            column("states", false, false, usual("array_ops")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void default_operator_classes_are_known_as_such_for_every_kind_of_type(int major) {
    assertThat(index(major, "job_kinds").keys())
        .extracting(key -> key.ordering().operatorClass().orElseThrow())
        .containsExactly(
            usual("enum_ops"),
            usual("array_ops"),
            usual("citext_ops"),
            usual("citext_ops"),
            usual("numeric_ops"),
            usual("enum_ops"),
            usual("text_ops"),
            usual("array_ops"),
            usual("inet_ops"),
            usual("record_ops"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void methods_and_tablespaces(int major) {
    assertThat(index(major, "job_hash").method()).isEqualTo("hash");
    assertThat(index(major, "job_brin").storageParameters())
        .isEqualTo(Map.of("pages_per_range", "16"));
    assertThat(index(major, "job_space").tablespace()).contains("plumb_space");
    assertThat(index(major, "Odd (index)").keys())
        .containsExactly(column("Weird \"name\"", true, true, usual("text_ops")));
    if (major >= 15) {
      assertThat(index(major, "job_distinct").nullsDistinct()).isFalse();
    }
  }

  private static ObjectName app(String name) {
    return new ObjectName("app", name);
  }

  private static OperatorClass usual(String name) {
    return new OperatorClass(name, "", true);
  }

  private static OperatorClass named(String name, String parameters) {
    return new OperatorClass(name, parameters, false);
  }

  private static Optional<ObjectName> collation(String name) {
    return Optional.of(new ObjectName("pg_catalog", name));
  }

  private static Ordering ordering(OperatorClass operatorClass) {
    return new Ordering(false, false, Optional.of(operatorClass), Optional.empty());
  }

  private static IndexKey column(
      String name, boolean descending, boolean nullsFirst, OperatorClass operatorClass) {
    return new IndexKey.OfColumn(
        name, new Ordering(descending, nullsFirst, Optional.of(operatorClass), Optional.empty()));
  }

  private Constraint constraint(int major, String table, String name) {
    return table(major, table).constraints().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Index index(int major, String name) {
    return table(major, "job").indexes().stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Table table(int major, String name) {
    DatabaseSchema schema =
        readings.computeIfAbsent(
            major,
            m -> {
              try (EverythingDatabase database = EverythingDatabase.open(m)) {
                return database.read();
              }
            });
    return schema.tables().stream()
        .filter(t -> t.name().equals(app(name)))
        .findFirst()
        .orElseThrow();
  }
}
