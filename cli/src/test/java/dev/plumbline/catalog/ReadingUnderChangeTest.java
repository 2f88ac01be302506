package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration may run while the catalog is read. */
final class ReadingUnderChangeTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void the_reading_gives_an_answer(int major) throws SQLException {
    AtomicBoolean over = new AtomicBoolean();
    try (ScratchDatabase database = TestPostgres.open(major);
        Connection reader = database.connect()) {
      CompletableFuture<Integer> migration =
          CompletableFuture.supplyAsync(() -> changeUntil(over, database));
      int readings = 0;
      long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      try {
        while (System.nanoTime() < end) {
          CatalogReader.read(reader, CatalogOptions.of("public"));
          readings++;
        }
      } finally {
        over.set(true);
      }
      assertThat(readings).isPositive();
      assertThat(migration.join()).isPositive();
    }
  }

  private static int changeUntil(AtomicBoolean over, ScratchDatabase database) {
    int rounds = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      while (!over.get()) {
        for (String sql :
            """
            create type e as enum ('a', 'b')
            create table t (id serial primary key, a text default 'x', e e default 'a', check (id > 0))
            create index t_a on t (lower(a)) where a <> ''
            create view v as select id, lower(a) from t
            create function f() returns trigger language plpgsql as 'begin return new; end'
            create trigger tr after insert on t for each row execute function f()
            create policy p on t using (a = 'x')
            drop view v
            drop policy p on t
            alter table t drop column a
            drop table t
            drop function f()
            drop type e\
            """
                .split("\n", -1)) {
          statement.execute(sql);
        }
        rounds++;
        // A migration is over some time; without a pause the reader has to give up now and then.
        Thread.sleep(100);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return rounds;
  }
}
