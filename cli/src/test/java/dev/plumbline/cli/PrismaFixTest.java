package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The patch of {@code plumb drift --fix prisma} makes the schema say what hands made of a database.
 * {@code patches.txt} has what each patch leaves, since Prisma has no word for it. The normal
 * profile takes every tenth change.
 */
final class PrismaFixTest {
  @TempDir private Path folder;

  @Test
  void says_what_hands_have_made() throws Exception {
    String ddl = PlumbRun.in(HandMade.FOLDER).run("ddl", "schema.prisma").out();
    List<String> found = new ArrayList<>();
    boolean update = Boolean.getBoolean("golden.update");
    List<HandMade.Deed> deeds = HandMade.deeds();
    for (int i = 0; i < deeds.size(); i++) {
      boolean wanted = update || Boolean.getBoolean("plumbline.long") || i % 10 == 1;
      if (wanted) {
        found.add(told(deeds.get(i), ddl));
      }
    }
    if (update) {
      Files.writeString(
          HandMade.source().resolve("patches.txt"), String.join("\n\n", found) + "\n");
      return;
    }
    List<String> titles = found.stream().map(PrismaFixTest::title).toList();
    assertThat(found)
        .as("run with -Dgolden.update=true, then read the diff")
        .containsExactlyElementsOf(
            HandMade.paragraphs(Files.readString(HandMade.FOLDER.resolve("patches.txt"))).stream()
                .filter(paragraph -> titles.contains(title(paragraph)))
                .toList());
  }

  private static String title(String paragraph) {
    return paragraph.lines().findFirst().orElse("");
  }

  private String told(HandMade.Deed deed, String ddl) throws Exception {
    Path copy = Files.createTempDirectory(folder, "deed");
    Files.copy(HandMade.FOLDER.resolve("schema.prisma"), copy.resolve("schema.prisma"));
    assertThat(PlumbRun.in(copy).run("format").status()).isEqualTo(ExitCode.OK);
    StringBuilder told = new StringBuilder("-- " + deed.title());
    try (ScratchDatabase database = TestPostgres.open()) {
      database.run(List.of(SourceFile.of("schema.sql", ddl)));
      database.run(List.of(SourceFile.of(deed.title(), deed.sql())));
      PlumbRun fix = PlumbRun.in(copy).drift(database.url(), "--fix", "prisma");
      assertThat(fix.status()).as(fix.err()).isIn(ExitCode.OK, ExitCode.DIFFERENCES);
      if (!fix.out().isEmpty()) {
        apply(copy, fix.out());
        told.append(changed(fix.out()));
      }
      fix.err()
          .lines()
          .filter(l -> l.contains("not in the patch"))
          .forEach(l -> told.append("\n").append(l));
      PlumbRun after = PlumbRun.in(copy).drift(database.url(), "--output", "sql");
      boolean named = fix.err().contains("not in the patch");
      assertThat(after.status())
          .as(deed.title() + "\n" + fix.out() + after.out() + fix.err() + after.err())
          .isIn(ExitCode.OK, named ? ExitCode.DIFFERENCES : ExitCode.OK);
      assertThat(PlumbRun.in(copy).run("format", "--check").status())
          .as(fix.out())
          .isEqualTo(ExitCode.OK);
    }
    return told.toString();
  }

  private static String changed(String patch) {
    StringBuilder lines = new StringBuilder();
    patch
        .lines()
        .skip(2)
        .filter(line -> line.startsWith("+") || line.startsWith("-"))
        .map(line -> line.replaceAll("\\s+", " "))
        .forEach(line -> lines.append("\n").append(line));
    return lines.toString();
  }

  private static void apply(Path folder, String patch) throws Exception {
    Files.writeString(folder.resolve("fix.patch"), patch);
    Process git =
        new ProcessBuilder("git", "apply", "--verbose", "fix.patch")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said + patch).isZero();
  }

  @Test
  void keeps_what_is_not_concerned() throws IOException {
    String schema =
        """
        // Ours
        datasource db { // here
          provider = "postgresql"
        }

        // What is sold
        model Item {
            id Int @id // the number
          // of a shop
          name String @default("x") @map("called") // shown
          price Decimal? @db.Decimal(8, 2)

            @@index([name]) // for lists
        }
        """;
    Files.writeString(folder.resolve("schema.prisma"), schema);
    try (ScratchDatabase database = TestPostgres.open()) {
      TestPostgres.run(
          database,
          """
          CREATE TABLE "Item" (
            id integer NOT NULL,
            called varchar(40),
            price numeric(9, 3),
            since timestamp(3) DEFAULT now() NOT NULL,
            CONSTRAINT "Item_pkey" PRIMARY KEY (id),
            CONSTRAINT dear CHECK (price > 1));
          """);
      PlumbRun run = PlumbRun.in(folder).drift(database.url(), "--fix", "prisma");
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .isEqualTo(
              """
              --- a/schema.prisma
              +++ b/schema.prisma
              @@ -4,11 +4,11 @@
               }
              \s
               // What is sold
              +/// @pg.check("price > (1)::numeric", map: "dear")
               model Item {
                   id Int @id // the number
                 // of a shop
              -  name String @default("x") @map("called") // shown
              -  price Decimal? @db.Decimal(8, 2)
              -
              -    @@index([name]) // for lists
              +  name String? @map("called") @db.VarChar(40) // shown
              +  price Decimal? @db.Decimal(9, 3)
              +  since DateTime @default(now())
               }
              """);
    }
  }

  @Test
  void patches_the_file_that_is_concerned_and_keeps_its_line_breaks() throws Exception {
    Path files = Files.createDirectories(folder.resolve("prisma/schema"));
    String main =
        """
        datasource db {
          provider = "postgresql"
        }

        model Author {
          id    Int    @id
          books Book[]
        }
        """;
    String books =
        """
        /// What is read
        model Book {
          id       Int    @id
          authorId Int
          author   Author @relation(fields: [authorId], references: [id])
        }
        """
            .replace("\n", "\r\n");
    Files.writeString(files.resolve("a.prisma"), main);
    Files.writeString(files.resolve("b.prisma"), books);
    try (ScratchDatabase database = TestPostgres.open()) {
      TestPostgres.run(database, PlumbRun.in(folder).run("ddl").out());
      TestPostgres.run(
          database,
          """
          ALTER TABLE "Book" ADD COLUMN title varchar(20) NOT NULL, ADD COLUMN "odd name" text;
          CREATE TABLE reader (id integer PRIMARY KEY, book integer REFERENCES "Book");
          """);
      PlumbRun run = PlumbRun.in(folder).drift(database.url(), "--fix", "prisma");
      assertThat(run.err()).isEmpty();
      apply(folder, run.out());
      assertThat(Files.readString(files.resolve("a.prisma"))).isEqualTo(main);
      assertThat(Files.readString(files.resolve("b.prisma")))
          .contains("  title    String   @db.VarChar(20)\r\n", "@map(\"odd name\")\r\n")
          .contains("model reader {\r\n")
          .doesNotContainPattern("[^\r]\n");
      assertThat(PlumbRun.in(folder).drift(database.url(), "--strict").status()).isZero();
    }
  }

  @Test
  void a_schema_on_standard_input_has_no_file_to_patch() {
    PlumbRun run =
        PlumbRun.in(folder)
            .reading("datasource db {\n  provider = \"postgresql\"\n}\n")
            .run("drift", "-", "--url", "postgresql://nobody@127.0.0.1:1/none", "--fix", "prisma");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
  }
}
