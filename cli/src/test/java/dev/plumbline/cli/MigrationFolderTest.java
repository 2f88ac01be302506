package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationFolderTest {
  @TempDir private Path folder;

  @Test
  void prismas_folders_are_applied_by_name() throws IOException {
    write(
        "20240102000000_b/migration.sql", "20240101000000_a/migration.sql", "0_init/migration.sql");
    write("20230101000000_empty/other.sql");
    Files.writeString(folder.resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
    assertThat(names())
        .containsExactly(
            "0_init/migration.sql",
            "20240101000000_a/migration.sql",
            "20240102000000_b/migration.sql");
  }

  @Test
  void plain_files_are_applied_by_their_numbers() throws IOException {
    write("10_c.sql", "2_b.sql", "1_a.sql", "1_a.down.sql", "notes.txt");
    assertThat(names()).containsExactly("1_a.sql", "2_b.sql", "10_c.sql");
  }

  @Test
  void drizzles_files_are_applied_as_its_journal_says() throws IOException {
    write("0000_b.sql", "0001_a.sql", "0002_unused.sql", "meta/_journal.json");
    Files.writeString(
        folder.resolve("meta/_journal.json"),
        "{\"entries\":[{\"idx\":0,\"tag\":\"0000_b\"},{\"idx\":1,\"tag\":\"0001_a\"}]}");
    assertThat(names()).containsExactly("0000_b.sql", "0001_a.sql");
  }

  @Test
  void flyways_files_are_applied_by_version_and_the_repeatable_ones_last() throws IOException {
    write("V1__a.sql", "V1.10__c.sql", "V1_2__b.sql", "V2__d.sql", "R__views.sql", "U2__undo.sql");
    assertThat(names())
        .containsExactly("V1__a.sql", "V1_2__b.sql", "V1.10__c.sql", "V2__d.sql", "R__views.sql");
  }

  @Test
  void migrations_for_another_database_are_refused() throws IOException {
    write("1_a/migration.sql");
    Files.writeString(folder.resolve("migration_lock.toml"), "provider = \"mysql\"\n");
    assertThatThrownBy(this::names).hasMessage("the migrations in . are for mysql");
  }

  @Test
  void a_folder_without_migrations_is_refused() throws IOException {
    write("readme.md");
    assertThatThrownBy(this::names).hasMessageContaining("holds no migrations");
  }

  private List<String> names() {
    SchemaFiles files = new SchemaFiles(PlumbRun.in(folder).surroundings());
    return MigrationFolder.read(folder, files).scripts().stream().map(SourceFile::name).toList();
  }

  private void write(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "SELECT 1;");
    }
  }
}
