package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether the migrations of real projects lead to their schemas: {@code plumb diff} says the same
 * as the real engine does of a database in which they were run.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class MigrationsParityTest {
  private static final int DIFFERENT = 2;
  private static final String NOTHING_TO_DO = "-- This is an empty migration.";

  @TestFactory
  Stream<DynamicTest> migrations_are_in_sync_with_the_schema_where_prisma_says_so(
      PrismaOracle.Search search) {
    int most = Boolean.getBoolean("plumbline.long") ? Integer.MAX_VALUE : 20;
    return Corpus.eachMigrated(most, project -> assertSameVerdict(project, search.oracle()));
  }

  private static void assertSameVerdict(Path project, PrismaOracle oracle) throws IOException {
    String prismas = verdictOfPrisma(project, oracle);
    PlumbRun ours =
        PlumbRun.in(project).run("diff", "--exit-code", "--from", "migrations", "--to", "schema");
    assertThat(ours.err()).isEmpty();
    assertThat(ours.status())
        .as("%s%nPrisma would run:%n%s", ours.out(), prismas)
        .isEqualTo(prismas.strip().equals(NOTHING_TO_DO) ? 0 : DIFFERENT);
  }

  private static String verdictOfPrisma(Path project, PrismaOracle oracle) throws IOException {
    try (ScratchDatabase database = TestPostgres.open()) {
      database.run(scripts(project.resolve("migrations")));
      return oracle.drift(Corpus.schemaOf(project), database.url());
    }
  }

  private static List<SourceFile> scripts(Path migrations) throws IOException {
    var scripts = new ArrayList<SourceFile>();
    for (Path migration : Corpus.children(migrations)) {
      Path script = migration.resolve("migration.sql");
      if (Files.exists(script)) {
        scripts.add(SourceFile.of(script.toString(), Files.readString(script)));
      }
    }
    return scripts;
  }
}
