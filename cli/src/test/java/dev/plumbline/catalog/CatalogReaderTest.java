package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.FiringState;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Routine;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.UnmodelledObject;
import dev.plumbline.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says of {@code everything.sql}, object by object. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogReaderTest {
  private final Map<Integer, DatabaseSchema> readings = new ConcurrentHashMap<>();

  private DatabaseSchema read(int major) {
    return readings.computeIfAbsent(
        major,
        m -> {
          try (EverythingDatabase database = EverythingDatabase.open(m)) {
            return database.read();
          }
        });
  }

  static Stream<Integer> majors() {
    return TestPostgres.everyMajor();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void namespaces(int major) {
    DatabaseSchema schema = read(major);
    assertThat(schema.described()).containsExactlyInAnyOrder(ObjectKind.values());
    assertThat(schema.namespaces())
        .extracting(Namespace::name)
        .containsExactly("Odd Schema", "app");
    assertThat(schema.namespaces().get(0).owner()).contains("plumb_owner");
    Namespace app = schema.namespaces().get(1);
    assertThat(app.comment()).contains("The application's own");
    String owner = app.owner().orElseThrow();
    assertThat(app.grants())
        .contains(
            new Grant("plumb reader", owner, Set.of("USAGE"), Set.of()),
            new Grant("plumb_owner", owner, Set.of("CREATE"), Set.of("CREATE")),
            new Grant(owner, owner, Set.of("CREATE", "USAGE"), Set.of()))
        .hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void extensions(int major) {
    List<Extension> extensions = read(major).extensions();
    assertThat(extensions)
        .extracting(Extension::name)
        .containsExactly("btree_gist", "citext", "pg_trgm");
    assertThat(extensions.get(1))
        .isEqualTo(
            new Extension("citext", Optional.of("ext"), Optional.of("1.4"), Optional.empty()));
    assertThat(extensions.get(2).comment()).contains("Trigrams for the search box");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void enums(int major) {
    EnumType status = read(major).enums().get(1);
    assertThat(status.name()).isEqualTo(app("status"));
    assertThat(status.labels())
        .containsExactly("queued", "waiting", "running", "it's done", "failed");
    assertThat(status.comment()).contains("Where a job stands");
    assertThat(status.owner()).contains("plumb_owner");
    assertThat(status.grants())
        .containsExactly(
            new Grant("PUBLIC", "plumb_owner", Set.of("USAGE"), Set.of()),
            new Grant("plumb_owner", "plumb_owner", Set.of("USAGE"), Set.of()),
            new Grant("plumb_writer", "plumb_owner", Set.of("USAGE"), Set.of()));
    assertThat(read(major).enums().get(0).name())
        .isEqualTo(new ObjectName("Odd Schema", "Odd \"Type\""));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void domains(int major) {
    List<Domain> domains = read(major).domains();
    assertThat(domains)
        .extracting(d -> d.name().name())
        .containsExactly("email", "positive", "tags");
    Domain email = domains.get(0);
    assertThat(email.type()).isEqualTo(ColumnType.UserDefined.of(new ObjectName("ext", "citext")));
    assertThat(email.nullable()).isFalse();
    assertThat(email.collation()).contains(new ObjectName("pg_catalog", "C"));
    assertThat(email.comment()).contains("An address");
    assertThat(email.checks())
        .extracting(c -> c.name())
        .containsExactly("email_has_at", "email_is_short");
    assertThat(email.checks().get(0).expression().text()).isEqualTo("(VALUE)::text ~ '@'::text");
    assertThat(email.checks().get(0).comment()).contains("The least one can ask");
    assertThat(domains.get(1).type()).isEqualTo(new ColumnType.BuiltIn("numeric", "12,3"));
    assertThat(domains.get(1).checks().get(0).validity().name()).isEqualTo("NOT_VALID");
    assertThat(domains.get(2).type()).isEqualTo(new ColumnType.Array(text(), 1));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void composite_types(int major) {
    assertThat(read(major).compositeTypes()).hasSize(1);
    CompositeType address = read(major).compositeTypes().get(0);
    assertThat(address.attributes())
        .containsExactly(
            new CompositeType.Attribute("street", text(), Optional.empty()),
            new CompositeType.Attribute(
                "house",
                new ColumnType.BuiltIn("varchar", "10"),
                Optional.of(new ObjectName("pg_catalog", "C")),
                Optional.of("May hold letters")),
            new CompositeType.Attribute(
                "lines", new ColumnType.Array(text(), 1), Optional.empty()));
    assertThat(address.comment()).contains("Where somebody lives");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void sequences(int major) {
    List<Sequence> sequences = read(major).sequences();
    assertThat(sequences)
        .extracting(s -> s.name().name())
        .containsExactly(
            "It's \\ a \"table\"_ID_seq",
            "counters_big_seq",
            "counters_small_seq",
            "invoice_number",
            "job_id_seq",
            "volatile_number");
    Sequence invoice = sequences.get(3);
    assertThat(invoice.type()).isEqualTo(ColumnType.BuiltIn.of("int2"));
    assertThat(invoice.options()).isEqualTo(new SequenceOptions(7, -3, -100, 1000, 5, true));
    assertThat(invoice.ownedBy()).isEmpty();
    assertThat(invoice.comment()).contains("Counts down");
    assertThat(invoice.grants()).extracting(Grant::grantee).contains("plumb_writer");
    assertThat(sequences.get(4).ownedBy()).contains(new ColumnAddress(app("job"), "id"));
    assertThat(sequences.get(5).persistence())
        .isEqualTo(major >= 15 ? Persistence.UNLOGGED : Persistence.PERMANENT);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void column_types(int major) {
    assertThat(type(major, "title")).isEqualTo(new ColumnType.BuiltIn("varchar", "200"));
    assertThat(type(major, "code")).isEqualTo(new ColumnType.BuiltIn("bpchar", "3"));
    assertThat(type(major, "fixed")).isEqualTo(ColumnType.BuiltIn.of("bpchar"));
    assertThat(type(major, "letter")).isEqualTo(ColumnType.BuiltIn.of("char"));
    assertThat(type(major, "state")).isEqualTo(ColumnType.UserDefined.of(app("status")));
    assertThat(type(major, "states"))
        .isEqualTo(new ColumnType.Array(ColumnType.UserDefined.of(app("status")), 1));
    assertThat(type(major, "price")).isEqualTo(new ColumnType.BuiltIn("numeric", "10,2"));
    assertThat(type(major, "grid"))
        .isEqualTo(new ColumnType.Array(ColumnType.BuiltIn.of("int4"), 2));
    assertThat(type(major, "matrix"))
        .isEqualTo(new ColumnType.Array(new ColumnType.BuiltIn("numeric", "4,1"), 1));
    assertThat(type(major, "created_at")).isEqualTo(new ColumnType.BuiltIn("timestamptz", "3"));
    assertThat(type(major, "local_at")).isEqualTo(new ColumnType.BuiltIn("timestamp", "0"));
    assertThat(type(major, "at_time")).isEqualTo(new ColumnType.BuiltIn("timetz", "2"));
    assertThat(type(major, "span"))
        .isEqualTo(new ColumnType.BuiltIn("interval", "day to second(3)"));
    assertThat(type(major, "months"))
        .isEqualTo(new ColumnType.BuiltIn("interval", "year to month"));
    assertThat(type(major, "any_span")).isEqualTo(new ColumnType.BuiltIn("interval", "2"));
    assertThat(type(major, "bits")).isEqualTo(new ColumnType.BuiltIn("bit", "3"));
    assertThat(type(major, "flexible")).isEqualTo(new ColumnType.BuiltIn("varbit", "7"));
    assertThat(type(major, "odd"))
        .isEqualTo(ColumnType.UserDefined.of(new ObjectName("Odd Schema", "Odd \"Type\"")));
    assertThat(type(major, "labels")).isEqualTo(ColumnType.UserDefined.of(app("tags")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void column_attributes(int major) {
    Table job = table(major, "job");
    assertThat(job.columns())
        .extracting(Column::name)
        .startsWith("id", "big", "counted", "tenant_id");
    assertThat(job.columns()).extracting(Column::name).doesNotContain("to_drop");
    assertThat(column(major, "id").defaultValue())
        .isEqualTo(new DefaultValue.OwnedSequence(app("job_id_seq")));
    assertThat(column(major, "big").identity())
        .contains(new Column.Identity(true, new SequenceOptions(10, 5, 10, 5000, 3, true)));
    assertThat(column(major, "counted").identity())
        .contains(new Column.Identity(false, SequenceOptions.ascending(Integer.MAX_VALUE)));
    assertThat(column(major, "big").defaultValue()).isEqualTo(new DefaultValue.None());
    assertThat(column(major, "total").generated())
        .contains(new Column.Generated(new SqlExpression("price * (2)::numeric"), true));
    assertThat(column(major, "sorted").collation()).contains(app("numeric_order"));
    assertThat(column(major, "c_text").collation()).contains(new ObjectName("pg_catalog", "C"));
    assertThat(column(major, "title").collation()).isEmpty();
    assertThat(column(major, "title").nullable()).isFalse();
    assertThat(column(major, "title").statisticsTarget()).isEqualTo(OptionalInt.of(500));
    assertThat(column(major, "title").comment()).contains("What people see");
    assertThat(column(major, "payload").storage()).contains("external");
    assertThat(column(major, "raw").storage()).isEmpty();
    assertThat(column(major, "payload").compression().isPresent()).isEqualTo(major >= 14);
    assertThat(column(major, "created_at").options())
        .isEqualTo(Map.of("n_distinct", "1000", "n_distinct_inherited", "2000"));
    assertThat(job.columnGrants().keySet()).containsExactly("id", "title");
    assertThat(job.columnGrants().get("title"))
        .containsExactly(
            new Grant("plumb_writer", "plumb_owner", Set.of("SELECT", "UPDATE"), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void only_a_sequence_that_the_column_owns_makes_it_serial(int major) {
    Table counters = table(major, "counters");
    assertThat(counters.columns())
        .extracting(Column::defaultValue)
        .containsExactly(
            new DefaultValue.OwnedSequence(app("counters_small_seq")),
            new DefaultValue.OwnedSequence(app("counters_big_seq")),
            expression("nextval('app.invoice_number'::regclass)"),
            expression("nextval('app.counters_big_seq'::regclass)"),
            counters.columns().get(4).defaultValue());
    assertThat(counters.columns().get(4).defaultValue())
        .isInstanceOf(DefaultValue.Expression.class);
    ObjectName odd = new ObjectName("Odd Schema", "It's \\ a \"table\"");
    assertThat(table(read(major), odd).columns().get(0).defaultValue())
        .isEqualTo(
            new DefaultValue.OwnedSequence(
                new ObjectName("Odd Schema", "It's \\ a \"table\"_ID_seq")));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void tables(int major) {
    Table job = table(major, "job");
    assertThat(job.storageParameters())
        .isEqualTo(
            Map.of(
                "autovacuum_enabled", "false",
                "fillfactor", "70",
                "toast.autovacuum_vacuum_threshold", "123"));
    assertThat(job.comment()).contains("Work to do.\nTwo lines, it's \"quoted\" \\ and more");
    assertThat(job.owner()).contains("plumb_owner");
    assertThat(job.grants())
        .contains(
            new Grant("PUBLIC", "plumb_owner", Set.of("REFERENCES"), Set.of()),
            new Grant("plumb reader", "plumb_owner", Set.of("INSERT", "SELECT"), Set.of()),
            new Grant("plumb_writer", "plumb_owner", Set.of("UPDATE"), Set.of("UPDATE")));
    assertThat(job.disabledForeignKeyTriggers()).isFalse();
    assertThat(table(major, "child").disabledForeignKeyTriggers()).isTrue();
    Table scratchpad = table(major, "scratchpad");
    assertThat(scratchpad.persistence()).isEqualTo(Persistence.UNLOGGED);
    assertThat(scratchpad.tablespace()).contains("plumb_space");
    assertThat(scratchpad.replicaIdentity()).isEqualTo(Table.ReplicaIdentity.FULL);
    assertThat(table(major, "other_storage").accessMethod()).contains("plumb_heap");
    assertThat(table(major, "locked").replicaIdentity()).isEqualTo(Table.ReplicaIdentity.NOTHING);
    assertThat(table(major, "replicated").replicaIdentity()).isEqualTo(Table.ReplicaIdentity.INDEX);
    assertThat(table(major, "replicated").indexes().get(0).replicaIdentity()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void tables_stand_by_name(int major) {
    assertThat(read(major).tables()).extracting(Table::name).isSorted();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void partitions_report_only_what_is_their_own(int major) {
    Table parent = table(major, "measurement");
    assertThat(parent.partitioning())
        .contains(new Table.Partitioning("range", new SqlExpression("taken_at")));
    assertThat(parent.indexes()).hasSize(1);
    assertThat(parent.constraints()).hasSize(2);
    assertThat(parent.triggers()).hasSize(1);
    Table partition = table(major, "measurement_2020");
    assertThat(partition.partitionOf())
        .contains(
            new Table.PartitionOf(
                app("measurement"),
                new SqlExpression(
                    "FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00')")));
    assertThat(partition.constraints()).isEmpty();
    assertThat(partition.triggers()).isEmpty();
    assertThat(partition.inherits()).isEmpty();
    assertThat(partition.indexes())
        .extracting(i -> i.name())
        .containsExactly("measurement_2020_value");
    assertThat(table(major, "measurement_rest").partitionOf().orElseThrow().bound().text())
        .isEqualTo("DEFAULT");
    assertThat(table(major, "by_expression").partitioning())
        .contains(
            new Table.Partitioning("range", new SqlExpression("lower(device), ((n + 1)), day")));
    assertThat(table(major, "sharded").partitioning())
        .contains(new Table.Partitioning("hash", new SqlExpression("key")));
    if (major >= 17) {
      assertThat(partition.columns().get(0).identity())
          .isEqualTo(parent.columns().get(0).identity())
          .isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void children_name_their_parents_and_not_their_checks(int major) {
    assertThat(table(major, "amphibian").inherits()).containsExactly(app("car"), app("vehicle"));
    assertThat(table(major, "car").inherits()).containsExactly(app("vehicle"));
    assertThat(table(major, "car").constraints()).isEmpty();
    assertThat(table(major, "vehicle").constraints()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void row_security(int major) {
    Table locked = table(major, "locked");
    assertThat(locked.rowSecurity()).isEqualTo(Table.RowSecurity.FORCED);
    assertThat(locked.policies())
        .contains(
            new Policy(
                "locked_read",
                true,
                "SELECT",
                List.of("plumb reader", "plumb_writer"),
                Optional.of(new SqlExpression("(secret IS NULL) OR (owner_name = CURRENT_USER)")),
                Optional.empty(),
                Optional.of("Readers see little")),
            new Policy(
                "locked_write",
                false,
                "INSERT",
                List.of("public"),
                Optional.empty(),
                Optional.of(new SqlExpression("length(secret) > 3")),
                Optional.empty()))
        .hasSize(3);
    assertThat(locked.policies().get(0).command()).isEqualTo("ALL");
    assertThat(locked.policies().get(0).using().orElseThrow().text()).startsWith("EXISTS ( SELECT");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void triggers_and_rules(int major) {
    Table job = table(major, "job");
    assertThat(job.triggers()).extracting(t -> t.name()).containsExactly("job_late", "job_stamp");
    assertThat(job.triggers().get(0).state()).isEqualTo(FiringState.DISABLED);
    assertThat(job.triggers().get(1).comment()).contains("Keeps the time");
    assertThat(job.triggers().get(1).definition().text())
        .startsWith("CREATE TRIGGER job_stamp BEFORE INSERT OR UPDATE OF title, price ON app.job")
        .endsWith("EXECUTE FUNCTION app.stamp()");
    assertThat(job.rules()).hasSize(1);
    assertThat(job.rules().get(0).state()).isEqualTo(FiringState.DISABLED);
    assertThat(job.rules().get(0).comment()).contains("Done is kept");
    View jobs = view(major, "open_jobs");
    assertThat(jobs.triggers()).extracting(t -> t.name()).containsExactly("open_jobs_insert");
    assertThat(jobs.rules()).extracting(r -> r.name()).containsExactly("open_jobs_delete");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void views(int major) {
    View jobs = view(major, "open_jobs");
    assertThat(jobs.materialized()).isFalse();
    assertThat(jobs.options())
        .isEqualTo(Map.of("check_option", "local", "security_barrier", "true"));
    assertThat(jobs.definition().text())
        .startsWith("SELECT ")
        .doesNotEndWith(";")
        .contains("app.job j");
    assertThat(jobs.columns()).extracting(Column::name).containsExactly("job", "name");
    assertThat(jobs.columns().get(1).comment()).contains("The tenant's");
    assertThat(jobs.columns().get(1).defaultValue()).isNotEqualTo(new DefaultValue.None());
    assertThat(jobs.columnGrants().keySet()).containsExactly("name");
    assertThat(jobs.comment()).contains("What is left");
    View counts = view(major, "job_counts");
    assertThat(counts.materialized()).isTrue();
    assertThat(counts.populated()).isFalse();
    assertThat(counts.options()).isEqualTo(Map.of("fillfactor", "60"));
    assertThat(counts.tablespace()).contains("plumb_space");
    assertThat(counts.indexes()).extracting(i -> i.name()).containsExactly("job_counts_tenant");
    assertThat(view(major, "filled").owner()).contains("plumb_owner");
    assertThat(view(major, "filled").populated()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void routines(int major) {
    List<Routine> routines = read(major).routines();
    assertThat(routines)
        .extracting(r -> r.name().name() + "(" + r.arguments() + ") " + r.kind())
        .contains(
            "add(a integer, b integer, VARIADIC rest integer[]) FUNCTION",
            "add(a text) FUNCTION",
            "clean(INOUT n integer) PROCEDURE",
            "stamp() FUNCTION",
            "top(integer) AGGREGATE",
            "total(numeric) AGGREGATE")
        .hasSize(major >= 14 ? 7 : 6);
    Routine stamp = routine(major, "stamp");
    assertThat(stamp.definition().text()).contains("SECURITY DEFINER").contains("SET search_path");
    assertThat(stamp.comment()).contains("Marks a change");
    assertThat(routine(major, "total").definition().text())
        .contains("SFUNC = numeric_add", "INITCOND = '0'", "PARALLEL = SAFE");
    Routine add = routines.get(1);
    assertThat(add.owner()).contains("plumb_owner");
    assertThat(add.grants())
        .containsExactly(new Grant("plumb_owner", "plumb_owner", Set.of("EXECUTE"), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void the_rest_is_named(int major) {
    assertThat(read(major).unmodelled())
        .contains(
            new UnmodelledObject("statistics object", app("job_dependencies")),
            new UnmodelledObject("text search configuration", app("plain")),
            new UnmodelledObject("operator", app("=== (integer, integer)")),
            new UnmodelledObject("operator family", app("odd_family USING btree")),
            new UnmodelledObject("collation", app("numeric_order")),
            new UnmodelledObject("range type", app("price_range")),
            new UnmodelledObject("cast", app("app.address AS app.status")),
            new UnmodelledObject("typed table", app("typed")),
            new UnmodelledObject("dependence on extension pg_trgm", app("add")))
        .hasSize(major >= 18 ? 11 : 10);
  }

  private static ObjectName app(String name) {
    return new ObjectName("app", name);
  }

  private static ColumnType text() {
    return ColumnType.BuiltIn.of("text");
  }

  private static DefaultValue expression(String text) {
    return new DefaultValue.Expression(new SqlExpression(text));
  }

  private ColumnType type(int major, String column) {
    return column(major, column).type();
  }

  private Column column(int major, String column) {
    return table(major, "job").column(column).orElseThrow();
  }

  private Table table(int major, String name) {
    return table(read(major), app(name));
  }

  private static Table table(DatabaseSchema schema, ObjectName name) {
    return schema.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private View view(int major, String name) {
    return read(major).views().stream()
        .filter(v -> v.name().equals(app(name)))
        .findFirst()
        .orElseThrow();
  }

  private Routine routine(int major, String name) {
    return read(major).routines().stream()
        .filter(r -> r.name().equals(app(name)))
        .findFirst()
        .orElseThrow();
  }
}
