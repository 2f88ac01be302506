package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScratchDatabaseTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void runs_the_version_that_is_asked_for(int major) throws SQLException {
    try (ScratchDatabase database = TestPostgres.open(major)) {
      assertThat(database.major()).isEqualTo(major);
      assertThat(Integer.parseInt(ask(database, "SHOW server_version_num")) / 10000)
          .isEqualTo(major);
    }
  }

  @Test
  void databases_of_one_server_know_nothing_of_each_other() throws SQLException {
    try (ScratchDatabase first = TestPostgres.open();
        ScratchDatabase second = TestPostgres.open()) {
      run(first, "CREATE TABLE only_here (id int)");
      assertThat(ask(second, "SELECT to_regclass('only_here')::text")).isNull();
    }
  }

  @Test
  void a_closed_database_is_gone_whoever_is_connected() throws SQLException {
    String name;
    try (ScratchDatabase database = TestPostgres.open()) {
      name = ask(database, "SELECT current_database()");
      database.connect();
    }
    try (ScratchDatabase other = TestPostgres.open()) {
      assertThat(ask(other, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"))
          .isEqualTo("0");
    }
  }

  @Test
  void the_server_is_open_to_nobody_without_the_password() throws SQLException {
    try (ScratchDatabase database = TestPostgres.open()) {
      assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
      assertThat(
              ask(database, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
          .isEqualTo("password");
    }
  }

  @Test
  void a_version_that_is_not_there_is_named_with_the_way_to_get_it() {
    try (ScratchServers servers = ScratchServers.of(System.getenv(), progress -> {})) {
      assertThatThrownBy(() -> servers.open(9))
          .isInstanceOfSatisfying(
              LiveException.class,
              e -> {
                assertThat(e)
                    .hasMessageStartingWith("the scratch Postgres 9 is not on this machine");
                assertThat(e.help())
                    .hasValueSatisfying(help -> assertThat(help).contains("mvn dependency:get"));
              });
    }
  }

  @Test
  void a_fresh_cache_folder_is_filled_and_used_again(@TempDir Path cache) throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLUMBLINE_CACHE", cache.resolve("made").toString());
    for (int round = 0; round < 2; round++) {
      try (ScratchServers servers = ScratchServers.of(environment, progress -> {});
          ScratchDatabase database = servers.open()) {
        assertThat(ask(database, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  private static void run(ScratchDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(ScratchDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
