package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.parity.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write for Drizzle is accepted by the real drizzle-kit, as if it had written it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class DrizzleAcceptanceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void drizzle_kit_takes_our_migrations_for_its_own(int generation) throws IOException {
    DrizzleKit kit = DrizzleKit.find();
    migrate("first", generation);
    migrate("second", generation);
    PlumbRun again = run("migrate", "new", "third", "--dir", "drizzle");
    assertThat(again.out()).startsWith("Nothing to do");
    run("export", "drizzle", "--generation", "" + generation, "-o", "schema.ts");
    assertThat(objections(kit, folder, generation)).isEmpty();
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "plumbline.long", matches = "true")
  Stream<DynamicTest> drizzle_kit_takes_real_projects() {
    return Corpus.eachProject(project -> {
      DrizzleKit kit = DrizzleKit.find();
      for (int generation : List.of(0, 1)) {
        Path place = Files.createTempDirectory(folder, "project");
        String schema = project.resolve("schema").toAbsolutePath().toString();
        String layout = "" + generation;
        PlumbRun.in(place)
            .run(
                "migrate",
                "new",
                "init",
                "--schema",
                schema,
                "--from",
                "empty",
                "--dir",
                "drizzle",
                "--style",
                "drizzle",
                "--generation",
                layout);
        PlumbRun.in(place)
            .run("export", "drizzle", schema, "--generation", layout, "-o", "schema.ts");
        assertThat(objections(kit, place, generation)).isEmpty();
      }
    });
  }

  private static Map<String, String> objections(DrizzleKit kit, Path place, int generation)
      throws IOException {
    try (ScratchDatabase database = TestPostgres.open()) {
      return kit.objections(
          generation,
          place.resolve("drizzle"),
          place.resolve("schema.ts"),
          database.url(),
          "public");
    }
  }

  private void migrate(String name, int generation) throws IOException {
    schema(name);
    PlumbRun run =
        run(
            "migrate",
            "new",
            name,
            "--dir",
            "drizzle",
            "--style",
            "drizzle",
            "--no-rename",
            "--generation",
            "" + generation);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private PlumbRun run(String... arguments) {
    return PlumbRun.in(folder).run(arguments);
  }

  private void schema(String name) throws IOException {
    try (InputStream text = getClass().getResourceAsStream(name + ".prisma")) {
      Files.write(folder.resolve("schema.prisma"), text.readAllBytes());
    }
  }
}
