package dev.plumbline.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.EverythingDatabase;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.ObjectName;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RowGeneratorTest {
  private static final int ROWS = 40;

  private static Filling fill(String sql) {
    try (ScratchDatabase database = TestPostgres.open()) {
      TestPostgres.run(database, sql);
      return FilledDatabase.fill(database, ROWS);
    }
  }

  private static ObjectName table(String name) {
    return new ObjectName("public", name);
  }

  @Test
  void conditions_find_rows_that_satisfy_them() {
    Filling filling =
        fill(
            """
            create domain email as text check (value ~ '^[^@]+@[^@]+$') not null;
            create domain percent as numeric(5, 2) check (value between 0 and 100);
            create type mood as enum ('sad', 'glad');
            create table checked (
              id int primary key check (id > 1000),
              mail email,
              share percent,
              kind text not null check (kind in ('one', 'two')),
              code char(3) not null check (code ~ '^[A-Z]{3}$'),
              mood mood not null check (mood <> 'sad'),
              tags text[] not null check (cardinality(tags) < 1),
              begins date not null check (begins >= '2030-01-01'),
              ends date not null,
              data jsonb not null check (jsonb_typeof(data) = 'array'),
              check (ends >= begins),
              constraint one_of check ((share is null) <> (kind = 'one')));
            """);
    assertThat(filling.unfilled()).isEmpty();
    assertThat(filling.rows().get(table("checked"))).isGreaterThan(ROWS / 4);
  }

  @Test
  void tables_that_refer_to_each_other_are_filled() {
    Filling filling =
        fill(
            """
            create table tenant (id uuid primary key, owner bigint not null);
            create table person (
              tenant uuid not null references tenant,
              id bigint generated always as identity unique,
              boss bigint, buddy bigint not null,
              primary key (tenant, id));
            alter table person
              add foreign key (tenant, boss) references person,
              add foreign key (buddy) references person (id);
            alter table tenant add foreign key (owner) references person (id);
            create table task (
              id serial primary key, tenant uuid not null references tenant,
              doer bigint not null, asker bigint,
              foreign key (tenant, doer) references person,
              foreign key (tenant, asker) references person,
              next int unique references task);
            create table label (task int references task, name varchar(2), primary key (task, name));
            """);
    assertThat(filling.unfilled()).isEmpty();
    assertThat(filling.rows().values()).allMatch(count -> count == ROWS);
  }

  @Test
  void partitions_get_the_rows_that_fit() {
    Filling filling =
        fill(
            """
            create table event (at timestamptz not null, region text not null) partition by range (at);
            create table event_26 partition of event
              for values from ('2026-01-01') to ('2027-01-01') partition by list (region);
            create table event_26_at partition of event_26 for values in ('at', 'de');
            create table hashed (id int primary key) partition by hash (id);
            create table hashed_0 partition of hashed for values with (modulus 2, remainder 0);
            create table rest (id int) partition by range (id);
            create table rest_all partition of rest default;
            create table none (id int) partition by range (id);
            """);
    assertThat(filling.unfilled()).containsOnlyKeys(table("none"));
    assertThat(filling.rows()).containsOnlyKeys(table("event"), table("hashed"), table("rest"));
    assertThat(filling.rows().get(table("event"))).isPositive();
  }

  @Test
  void what_cannot_be_filled_is_said_with_its_reason() {
    Filling filling =
        fill(
            """
            create table impossible (id int primary key, n int not null check (n > 5 and n < 5));
            create table dependent (id int primary key, i int not null references impossible);
            create table optional (id int primary key, i int references impossible);
            create table triggered (id int primary key);
            create function refuse() returns trigger language plpgsql as
              $$begin raise exception 'no'; end$$;
            create trigger t before insert on triggered execute function refuse();
            create table nothing ();
            create table strange (id pg_snapshot not null);
            """);
    assertThat(filling.unfilled())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                table("impossible"), "no row that was made up satisfies its constraints",
                table("dependent"), "each row refers to public.impossible, which has none",
                table("strange"), "no value is known for the type of its column id"));
    assertThat(filling.rows())
        .containsOnlyKeys(table("optional"), table("triggered"), table("nothing"));
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void a_database_with_everything_is_filled(int major) throws SQLException {
    try (var everything = EverythingDatabase.open(major)) {
      Filling filling = RowGenerator.fill(everything.connection(), everything.read(), ROWS);
      // No partition was made of this one.
      assertThat(filling.unfilled()).containsOnlyKeys(new ObjectName("app", "by_expression"));
    }
  }
}
