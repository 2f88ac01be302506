package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write for Flyway runs in the real Flyway. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class FlywayAcceptanceTest {
  @TempDir private Path folder;

  @Test
  void flyway_runs_our_migrations_each_in_a_transaction_or_not_as_it_must() throws IOException {
    migrate("first");
    migrate("second");
    // The first has a constant in it that looks like a placeholder.
    assertThat(folder.resolve("migrations/V1__first.sql.conf"))
        .hasContent("placeholderReplacement=false");
    // The second gives a column a default that it adds to the enum.
    assertThat(folder.resolve("migrations/V2__second.sql.conf"))
        .hasContent("executeInTransaction=false");
    try (ScratchDatabase database = TestPostgres.open()) {
      Flyway flyway = flyway(database).load();
      assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
      assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
      assertThat(flyway.migrate().migrationsExecuted).isZero();
      PlumbRun drift = run("drift", "--url", database.url());
      assertThat(drift.status()).as(drift.out() + drift.err()).isZero();
      PlumbRun together = run("drift", "--url", database.url(), "--migrations", "migrations");
      assertThat(together.status()).as(together.out() + together.err()).isZero();
    }
  }

  private FluentConfiguration flyway(ScratchDatabase database) {
    URI url = URI.create(database.url());
    String[] account = url.getUserInfo().split(":", 2);
    return Flyway.configure()
        .dataSource(
            "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
            account[0],
            account.length > 1 ? account[1] : null)
        .locations("filesystem:" + folder.resolve("migrations"));
  }

  private void migrate(String name) throws IOException {
    try (InputStream text = getClass().getResourceAsStream(name + ".prisma")) {
      Files.write(folder.resolve("schema.prisma"), text.readAllBytes());
    }
    PlumbRun run = run("migrate", "new", name, "--style", "flyway", "--no-rename");
    assertThat(run.status()).as(run.err()).isZero();
  }

  private PlumbRun run(String... arguments) {
    return PlumbRun.in(folder).run(arguments);
  }
}
