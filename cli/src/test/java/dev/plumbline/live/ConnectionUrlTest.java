package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionUrlTest {
  @Test
  void all_parts_of_prismas_form_are_read() {
    ConnectionUrl url =
        ConnectionUrl.parse(
            "postgresql://alice:s3cret@db.example.com:5433/shop?schema=sales&connection_limit=5");
    assertThat(url.user()).contains("alice");
    assertThat(url.password()).contains("s3cret");
    assertThat(url.hosts()).containsExactly(new ConnectionUrl.Host("db.example.com", "5433"));
    assertThat(url.database()).contains("shop");
    assertThat(url.namespace()).contains("sales");
  }

  @Property
  void any_password_and_user_survive_percent_encoding(
      @ForAll String user, @ForAll String password, @ForAll String database) {
    String text =
        "postgres://%s:%s@host/%s".formatted(encode(user), encode(password), encode(database));
    ConnectionUrl url = ConnectionUrl.parse(text);
    assertThat(url.user().orElse("")).isEqualTo(valid(user));
    assertThat(url.password().orElse("")).isEqualTo(valid(password));
    assertThat(url.database().orElse("")).isEqualTo(valid(database));
  }

  @Test
  void a_password_may_hold_an_at_sign_a_colon_and_a_stray_percent() {
    assertThat(ConnectionUrl.parse("postgresql://u:a@b:c%d@host/db").password())
        .contains("a@b:c%d");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u@[::1]:6000/d, jdbc:postgresql://[::1]:6000/d",
    "postgresql://u@[fe80::1]/d, jdbc:postgresql://[fe80::1]:5432/d",
    "'postgresql://u@a:1,b:2/d', 'jdbc:postgresql://a:1,b:2/d'",
    "postgresql://, jdbc:postgresql://localhost:5432/me",
    "postgresql:///, jdbc:postgresql://localhost:5432/me",
    "postgresql://u@/d?host=other&port=7, jdbc:postgresql://other:7/d",
    "postgresql://u@h/a%2Fb%20c, jdbc:postgresql://h:5432/a%2Fb%20c",
    "postgresql://u@h?dbname=d, jdbc:postgresql://h:5432/d",
    "POSTGRESQL://u@h/d, jdbc:postgresql://h:5432/d",
  })
  void the_driver_is_sent_to_the_same_place(String url, String jdbc) {
    assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u@localhost/d?host=/var/run/postgresql, /var/run/postgresql/.s.PGSQL.5432",
    "postgresql://u@%2Ftmp:5433/d, /tmp/.s.PGSQL.5433",
  })
  void a_folder_is_a_unix_socket(String url, String socket) {
    assertThat(target(url).server()).isEqualTo(socket);
    assertThat(target(url).properties())
        .containsEntry("socketFactory", UnixSocketFactory.class.getName())
        .containsEntry("socketFactoryArg", socket);
  }

  @ParameterizedTest
  @CsvSource({
    "pgbouncer=true, prepareThreshold, 0",
    "connect_timeout=30, connectTimeout, 30",
    "application_name=ci, ApplicationName, ci",
    "options=-c%20statement_timeout%3D5, options, -c statement_timeout=5",
    "channel_binding=require, channelBinding, require",
    "sslmode=require, sslmode, require",
    "sslmode=require&sslaccept=strict, sslmode, verify-full",
    "sslmode=require&sslcert=../ca.pem, sslrootcert, ../ca.pem",
    "sslcert=me.crt&sslkey=me.p12, sslcert, me.crt",
    "sslidentity=me.p12&sslpassword=pw, sslkey, me.p12",
    "sslidentity=me.p12&sslpassword=p+w, sslpassword, p w",
    "target_session_attrs=read-write, targetServerType, primary",
    "schema=x, sslmode, prefer",
  })
  void parameters_mean_the_same_to_the_driver(String parameters, String name, String value) {
    assertThat(target("postgresql://u:p@h/d?" + parameters).properties())
        .containsEntry(name, value);
  }

  @Test
  void the_environment_fills_in_what_is_missing_and_nothing_else() {
    Map<String, String> environment =
        Map.of(
            "PGHOST",
            "eh",
            "PGPORT",
            "99",
            "PGUSER",
            "eu",
            "PGPASSWORD",
            "ep",
            "PGDATABASE",
            "ed",
            "PGSSLMODE",
            "require",
            "PGAPPNAME",
            "");
    ConnectionTarget open = new ConnectionTarget(ConnectionUrl.parse("postgresql://"), environment);
    assertThat(open.jdbcUrl()).isEqualTo("jdbc:postgresql://eh:99/ed");
    assertThat(open.properties())
        .containsEntry("user", "eu")
        .containsEntry("password", "ep")
        .containsEntry("sslmode", "require")
        .containsEntry("ApplicationName", "plumb");
    Properties full =
        new ConnectionTarget(
                ConnectionUrl.parse("postgresql://u:p@h:1/d?sslmode=disable"), environment)
            .properties();
    assertThat(full)
        .containsEntry("user", "u")
        .containsEntry("password", "p")
        .containsEntry("sslmode", "disable");
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://u:hunter2@h/d, a mysql:// address is not one of PostgreSQL",
    "prisma://accelerate.example.com/?api_key=hunter2, a prisma:// address leads to Prisma's own service",
    "prisma+postgres://localhost:1/?api_key=hunter2, a prisma+postgres:// address leads to Prisma's own",
    "hunter2, this is no connection string",
    "'', this is no connection string",
    "postgresql://u:hunt#er2@h/d, the password in the connection string holds the character #",
    "postgresql://u:hunt/er2@h/d, the password in the connection string holds the character /",
    "postgresql://u@h:hunter2/d, the port in the connection string is no number",
    "postgresql://u@h:70000/d, the port in the connection string is no number",
  })
  void what_is_wrong_is_said_without_the_password(String url, String message) {
    assertThatThrownBy(() -> ConnectionUrl.parse(url))
        .isInstanceOfSatisfying(
            LiveException.class,
            e -> {
              assertThat(e).hasMessageStartingWith(message);
              assertThat(e.getMessage() + e.help()).doesNotContain("hunt").doesNotContain("er2");
            });
  }

  @Test
  void it_shows_everything_but_the_password() {
    assertThat(ConnectionUrl.parse("postgres://u:hunter2@h:1,[::1]/d?schema=s&password=x"))
        .hasToString("postgresql://u:***@h:1,[::1]/d?schema=s");
  }

  private static ConnectionTarget target(String url) {
    return new ConnectionTarget(
        ConnectionUrl.parse(url), Map.of("PGUSER", "me", "PGPASSFILE", "/none"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  // A lone surrogate has no UTF-8 form.
  private static String valid(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
