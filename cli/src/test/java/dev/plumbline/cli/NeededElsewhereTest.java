package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What something else needs stays, and the statements for the rest run. */
final class NeededElsewhereTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum Mood {
        GOOD
        BAD
      }

      enum Size {
        SMALL
        BIG
      }

      /// @pg.check("size <> 'BIG'", name: "small")
      model Person {
        id   Int    @id
        name String @db.VarChar(80)
        mood Mood
        size Size   @default(SMALL)
      }
      """;

  @TempDir private Path folder;

  @Test
  void strict_statements_leave_what_other_namespaces_need() throws IOException {
    String sql =
        """
        alter table "Person" alter name type varchar(90);
        create extension hstore;
        create sequence numbers;
        create sequence alone;
        create type colour as enum ('red');
        create type unused as (colour colour);
        create function touch() returns trigger language plpgsql as 'begin return new; end';
        create function idle() returns integer language sql as 'select 1';
        create table audit (id integer primary key, colour colour, at integer default 1);
        create view names as select name from "Person";
        create unique index once on "Person" (id, mood);
        alter type "Mood" add value 'SAD';
        alter type "Size" rename to extent;
        create schema other;
        create table other.kept (
          id integer references audit,
          number integer default nextval('numbers'),
          more hstore,
          mood "Mood",
          foreign key (id, mood) references "Person" (id, mood)
        );
        create trigger touching before update on other.kept
          for each row execute function touch();
        create view other.names as select * from names;
        """;
    assertThat(left(sql))
        .containsExactlyInAnyOrder(
            "hstore. It is needed by table column other.kept.more.",
            "public.numbers. It is needed by table column other.kept.number.",
            "public.touch(). It is needed by trigger touching on other.kept.",
            "public.audit. It is needed by table constraint kept_id_fkey on other.kept.",
            "public.colour. It is needed by table column public.audit.colour.",
            "public.names. It is needed by view other.names.",
            "public.Person.once. It is needed by table constraint kept_id_mood_fkey on other.kept.",
            "public.Person.name. It is needed by view other.names.",
            "public.Mood. It is needed by table column other.kept.mood.");
  }

  @Test
  void statements_leave_what_is_ignored_and_what_it_needs() throws IOException {
    Files.writeString(
        folder.resolve("plumbline.toml"),
        """
        [drift]
        ignore = [{ object = "public.Person.*", kind = "trigger.*", reason = "ours" }]
        """);
    String sql =
        """
        alter table "Person" alter name type text;
        create function touch() returns trigger language plpgsql as 'begin return new; end';
        create trigger touching before update of name on "Person"
          for each row execute function touch();
        create schema other;
        create materialized view other.names as select name from "Person";
        """;
    assertThat(left(sql))
        .containsExactlyInAnyOrder(
            "public.touch(). It is needed by trigger touching on public.\"Person\".",
            "public.Person.name. It is needed by materialized view other.names.");
  }

  /** What the statements say that they leave, after they have run. */
  private List<String> left(String sql) throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    PlumbRun.Setting plumb = PlumbRun.in(folder);
    try (ScratchDatabase database = TestPostgres.open()) {
      String ddl = plumb.run("ddl").out();
      database.run(List.of(SourceFile.of("schema.sql", ddl), SourceFile.of("more.sql", sql)));
      String[] arguments = {"--fix", "sql", "--strict"};
      String script = plumb.drift(database.url(), arguments).out();
      database.run(List.of(SourceFile.of("fix.sql", script)));
      String again = plumb.drift(database.url(), arguments).out();
      assertThat(again).isEqualTo(comments(script));
      return again
          .lines()
          .filter(line -> !line.isEmpty())
          .map(line -> line.replace("-- Not planned: ", ""))
          .toList();
    }
  }

  private static String comments(String script) {
    return script.substring(script.indexOf("-- Not planned: "));
  }
}
