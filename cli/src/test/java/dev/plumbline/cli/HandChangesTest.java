package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One change by hand to a database that was in sync, and all that {@code plumb drift} lists then.
 */
final class HandChangesTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum Status {
        OPEN
        IN_WORK @map("in work")
        DONE

        @@map("task_status")
      }

      model Person {
        id      Int      @id @default(autoincrement())
        email   String   @unique
        balance Decimal  @default(0) @db.Decimal(10, 2)
        since   DateTime @default(now())
        tasks   Task[]   @relation("owner")
        helped  Task[]   @relation("helpers")

        @@map("people")
      }

      model Task {
        id      String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
        title   String   @db.VarChar(80)
        status  Status   @default(OPEN)
        tags    String[] @default(["a", "it's"])
        data    Json?
        owner   Person   @relation("owner", fields: [ownerId], references: [id], onDelete: Cascade)
        ownerId Int
        helpers Person[] @relation("helpers")

        @@index([ownerId, status(sort: Desc)])
        @@index([data], type: Gin)
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1 | ``
          DROP INDEX "Task_data_idx" | missing index.missing Task_data_idx
          DROP INDEX "Task_data_idx"; CREATE INDEX "Task_data_idx" ON "Task" (data) | changed index.method Task_data_idx
          DROP INDEX people_email_key; CREATE INDEX people_email_key ON people (email) | changed index.unique people_email_key
          DROP INDEX people_email_key; CREATE UNIQUE INDEX people_email_key ON people (email) WHERE balance > 0 | changed index.predicate people_email_key
          DROP INDEX "Task_ownerId_status_idx"; CREATE INDEX "Task_ownerId_status_idx" ON "Task" ("ownerId", status) | changed index.direction Task_ownerId_status_idx
          ALTER INDEX "Task_data_idx" RENAME TO by_data | changed index.renamed Task_data_idx
          CREATE UNIQUE INDEX extra ON "Task" (title) | unmanaged index.extra extra
          CREATE INDEX extra ON "Task" (lower(title)) | unmanaged index.extra extra
          ALTER TABLE people ALTER COLUMN id DROP DEFAULT | changed column.default id
          ALTER TABLE people ALTER COLUMN id DROP DEFAULT; DROP SEQUENCE people_id_seq | changed column.default id
          ALTER SEQUENCE people_id_seq OWNED BY NONE | changed sequence.owned-by people_id_seq
          ALTER TABLE people ALTER COLUMN id TYPE bigint | changed column.type id
          ALTER TABLE people ALTER COLUMN balance TYPE numeric(12, 2) | changed column.type balance
          ALTER TABLE people ALTER COLUMN balance SET DEFAULT 1 | changed column.default balance
          ALTER TABLE people ALTER COLUMN since DROP NOT NULL | changed column.nullability since
          ALTER TABLE people ALTER COLUMN since TYPE timestamptz(3) | changed column.type since
          ALTER TABLE people ALTER COLUMN since SET DEFAULT clock_timestamp() | changed column.default since
          ALTER TABLE "Task" ALTER COLUMN tags SET DEFAULT ARRAY['a'] | changed column.default tags
          ALTER TABLE "Task" ALTER COLUMN id SET DEFAULT '00000000-0000-0000-0000-000000000000' | changed column.default id
          ALTER TABLE "Task" ALTER COLUMN title TYPE text | changed column.type title
          ALTER TABLE "Task" DROP COLUMN data | missing column.missing data
          ALTER TABLE "Task" ADD COLUMN extra text | unmanaged column.extra extra
          ALTER TABLE "Task" RENAME COLUMN data TO more | missing column.missing data, unmanaged column.extra more
          ALTER TYPE task_status ADD VALUE 'late' | changed enum.values task_status
          ALTER TYPE task_status ADD VALUE 'late' BEFORE 'DONE'; ALTER TYPE task_status RENAME VALUE 'DONE' TO 'done' | changed enum.values task_status
          ALTER TABLE "Task" DROP CONSTRAINT "Task_ownerId_fkey" | missing foreign-key.missing Task_ownerId_fkey
          ALTER TABLE "Task" DROP CONSTRAINT "Task_ownerId_fkey", ADD CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES people ON UPDATE CASCADE | changed foreign-key.on-delete Task_ownerId_fkey
          ALTER TABLE "_helpers" DROP CONSTRAINT "_helpers_AB_pkey" | missing primary-key.missing _helpers_AB_pkey
          ALTER TABLE "_helpers" DROP CONSTRAINT "_helpers_AB_pkey"; CREATE UNIQUE INDEX "_helpers_AB_unique" ON "_helpers" ("A", "B") | changed primary-key.form _helpers_AB_pkey
          DROP TABLE "_helpers" | missing table.missing _helpers
          CREATE TABLE extra (id int) | unmanaged table.extra extra
          CREATE VIEW extra AS SELECT id FROM people | unmanaged view.extra extra
          ALTER TABLE people ADD CONSTRAINT rich CHECK (balance >= 0) | unmanaged check.extra rich
          ALTER TABLE people ENABLE ROW LEVEL SECURITY | unmanaged table.row-security people
          CREATE TRIGGER same BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() | unmanaged trigger.extra same
          COMMENT ON TABLE people IS 'all of them' | unmanaged table.comment people
          """)
  void drift_lists_the_change_and_nothing_else(String sql, String listed) throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    String ddl = PlumbRun.in(folder).run("ddl").out();
    try (ScratchDatabase database = TestPostgres.open()) {
      database.run(List.of(SourceFile.of("ddl.sql", ddl), SourceFile.of("change.sql", sql)));
      PlumbRun run = PlumbRun.in(folder).run("drift", "--output", "json", "--url", database.url());
      assertThat(String.join(", ", entries(run))).as(run.out()).isEqualTo(listed);
    }
  }

  private static List<String> entries(PlumbRun run) {
    JsonNode report = JsonMapper.shared().readTree(run.out());
    List<String> entries = new ArrayList<>();
    for (String list : List.of("entries", "beyond")) {
      for (JsonNode entry : report.get(list)) {
        JsonNode object = entry.get("object");
        String name = object.has("part") ? "part" : "name";
        entries.add(
            "%s %s %s"
                .formatted(
                    entry.get("verdict").asString(),
                    entry.get("kind").asString(),
                    object.get(name).asString()));
      }
    }
    return entries;
  }
}
