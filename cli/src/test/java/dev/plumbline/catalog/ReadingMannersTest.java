package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.Table;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the reader behaves on somebody else's server. */
final class ReadingMannersTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void a_user_who_may_only_connect_reads_the_same(int major) throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(major)) {
      database.run(
          """
          do $$ begin create role plumb_nobody login password 'secret';
          exception when duplicate_object then null; end $$;
          revoke all on all tables in schema app from public;
          revoke all on all tables in schema "Odd Schema" from public;
          grant usage on schema app, "Odd Schema" to plumb_nobody;
          """);
      DatabaseSchema asSuperuser = database.read();
      try (Connection connection = connect(database.database(), "plumb_nobody", "secret")) {
        assertThat(CatalogReader.read(connection, EverythingDatabase.managed()))
            .isEqualTo(asSuperuser);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void a_large_database_takes_no_more_queries_than_a_small_one(int major) throws SQLException {
    try (ScratchDatabase database = TestPostgres.open(major);
        Connection connection = extended(database)) {
      execute(connection, "create table one (id int primary key)");
      CatalogOptions options = CatalogOptions.of("public").withChecksum();
      CatalogReading small = CatalogReader.readWithLog(connection, options);
      execute(connection, tables(300));
      CatalogReading large = CatalogReader.readWithLog(connection, options);
      assertThat(large.schema().tables()).hasSize(301);
      assertThat(large.runs()).extracting(QueryRun::query).hasSizeLessThanOrEqualTo(16);
      assertThat(large.runs())
          .extracting(QueryRun::query)
          .isEqualTo(small.runs().stream().map(QueryRun::query).toList())
          .contains("server", "transaction", "columns", "unmodelled");
      assertThat(large.runs()).allSatisfy(run -> assertThat(run.time()).isPositive());
      assertThat(run(large, "columns").rows()).isEqualTo(901);
      assertThat(large.server().major()).isEqualTo(major);
    }
  }

  @Test
  void the_log_has_every_statement() throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(TestPostgres.newest());
        Connection connection = extended(database.database())) {
      List<String> calls = new ArrayList<>();
      CatalogReading reading =
          CatalogReader.readWithLog(
              watched(connection, calls), EverythingDatabase.managed().withChecksum());
      // Fingerprints and dependents are asked for alone.
      assertThat(reading.runs()).hasSize(CatalogQuery.values().length - 2);
      assertThat(calls).filteredOn("prepareStatement"::equals).hasSameSizeAs(reading.runs());
      assertThat(calls).doesNotContain("createStatement", "prepareCall", "commit");
    }
  }

  @Test
  void the_transaction_is_read_only_and_one_snapshot() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database)) {
      CatalogSession session = CatalogSession.open(connection);
      CatalogTransaction transaction = CatalogTransaction.open(connection);
      transaction.begin(session, CatalogOptions.of("public"));
      assertThat(ask(connection, "show transaction_read_only")).isEqualTo("on");
      assertThat(ask(connection, "show transaction_isolation")).isEqualTo("repeatable read");
      assertThat(ask(connection, "show search_path")).isEqualTo("pg_catalog, pg_temp");
      assertThat(ask(connection, "show enable_nestloop")).isEqualTo("off");
      assertThatThrownBy(() -> execute(connection, "create table public.t (id int)"))
          .hasMessageContaining("read-only");
      transaction.close();
      assertThat(ask(connection, "show transaction_read_only")).isEqualTo("off");
    }
  }

  @Test
  void the_connection_is_given_back_as_it_was() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database)) {
      execute(connection, "set search_path = public, pg_catalog");
      execute(connection, "set TimeZone = 'Asia/Tokyo'");
      execute(connection, "set statement_timeout = '77s'");
      execute(connection, "create temp table mine (id int)");
      String settings =
          "select string_agg(name || '=' || setting, ',' order by name) from pg_settings";
      String before = ask(connection, settings);
      CatalogReader.read(connection, CatalogOptions.of("public"));
      assertThat(ask(connection, settings)).isEqualTo(before);
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.isReadOnly()).isFalse();
      execute(connection, "insert into mine values (1)");
    }
  }

  @Test
  void the_connection_is_at_rest_after_a_failure() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database);
        Connection other = database.connect()) {
      execute(connection, "create table t (id int); create view v as select id from t");
      other.setAutoCommit(false);
      execute(other, "lock table t in access exclusive mode");
      CatalogOptions hasty =
          CatalogOptions.of("public").withTimeouts(Duration.ofSeconds(20), Duration.ofMillis(100));
      assertThatThrownBy(() -> CatalogReader.read(connection, hasty))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("another session has held a lock")
          .hasMessageContaining("100 ms");
      other.rollback();
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(CatalogReader.read(connection, hasty).views()).hasSize(1);
    }
  }

  @Test
  void a_locked_table_without_views_is_read_at_once() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database);
        Connection other = database.connect()) {
      execute(connection, "create table t (id serial primary key, a text default 'x' not null)");
      other.setAutoCommit(false);
      execute(other, "lock table t in access exclusive mode");
      CatalogOptions hasty =
          CatalogOptions.of("public").withTimeouts(Duration.ofSeconds(20), Duration.ofMillis(100));
      assertThat(CatalogReader.read(connection, hasty).tables()).hasSize(1);
      other.rollback();
    }
  }

  @Test
  void a_transaction_that_is_open_is_not_touched() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database)) {
      connection.setAutoCommit(false);
      execute(connection, "create table mine (id int)");
      assertThatThrownBy(() -> CatalogReader.read(connection, CatalogOptions.of("public")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("auto-commit");
      connection.commit();
      assertThat(ask(connection, "select count(*) from mine")).isEqualTo("0");
    }
  }

  @Test
  void a_lost_connection_is_said_in_one_sentence() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database);
        Connection other = database.connect()) {
      String pid = ask(connection, "select pg_backend_pid()");
      ask(other, "select pg_terminate_backend(" + pid + ")");
      assertThatThrownBy(() -> CatalogReader.read(connection, CatalogOptions.of("public")))
          .isInstanceOf(CatalogException.class);
    }
  }

  @Test
  void settings_of_the_session_do_not_show_in_what_is_read() throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(TestPostgres.newest());
        Connection odd = extended(database.database())) {
      execute(odd, "set TimeZone = 'Asia/Tokyo'");
      execute(odd, "set search_path = app, ext, public, \"Odd Schema\"");
      execute(odd, "set IntervalStyle = 'iso_8601'");
      execute(odd, "set quote_all_identifiers = on");
      execute(odd, "set bytea_output = escape");
      execute(odd, "set extra_float_digits = -5");
      execute(odd, "create temp table text (id int)");
      execute(odd, "create temp table job (id int)");
      assertThat(CatalogReader.read(odd, EverythingDatabase.managed())).isEqualTo(database.read());
    }
  }

  @Test
  void namespaces_that_do_not_exist_are_left_out() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database)) {
      DatabaseSchema schema =
          CatalogReader.read(connection, CatalogOptions.of("public", "nowhere", "It's \"odd\""));
      assertThat(schema.namespaces()).extracting(Namespace::name).containsExactly("public");
      assertThat(schema.namespaces().get(0).comment()).isEmpty();
      assertThat(CatalogReader.read(connection, CatalogOptions.of()).namespaces()).isEmpty();
    }
  }

  @Test
  void every_namespace_means_all_but_the_systems() throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(TestPostgres.newest());
        Connection connection = extended(database.database())) {
      DatabaseSchema schema = CatalogReader.read(connection, CatalogOptions.ofEveryNamespace());
      assertThat(schema.namespaces())
          .extracting(Namespace::name)
          .containsExactly("Odd Schema", "app", "elsewhere", "ext", "public");
      assertThat(schema.tables()).extracting(Table::name).isSorted();
      // Nothing of the extensions that live in ext and public.
      assertThat(schema.routines()).allMatch(r -> r.name().namespace().equals("app"));
    }
  }

  @Test
  void every_part_of_a_namespace_that_has_nothing_is_empty() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = extended(database)) {
      DatabaseSchema schema = CatalogReader.read(connection, CatalogOptions.of("public"));
      assertThat(schema.extensions()).isEmpty();
      assertThat(schema.tables()).isEmpty();
      assertThat(schema.routines()).isEmpty();
      assertThat(schema.unmodelled()).isEmpty();
    }
  }

  private static QueryRun run(CatalogReading reading, String query) {
    return reading.runs().stream().filter(r -> r.query().equals(query)).findFirst().orElseThrow();
  }

  private static String tables(int count) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(
          "create table t%d (id serial primary key, a text default 'x', b int references one)"
              .formatted(i));
      statements.add("create index t%d_a on t%d (lower(a)) where a <> ''".formatted(i, i));
    }
    return String.join(";\n", statements);
  }

  /** A connection that prepares its statements, as the commands use it. */
  private static Connection extended(ScratchDatabase database) throws SQLException {
    String[] account = URI.create(database.url()).getUserInfo().split(":", 2);
    return connect(database, account[0], account[1]);
  }

  private static Connection connect(ScratchDatabase database, String user, String password)
      throws SQLException {
    URI url = URI.create(database.url());
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()),
        properties);
  }

  /** The connection, with the names of the methods that are called on it. */
  private static Connection watched(Connection connection, List<String> calls) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          calls.add(method.getName());
          return method.invoke(connection, arguments);
        };
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return String.valueOf(result.getString(1));
    }
  }
}
