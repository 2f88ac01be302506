package dev.plumbline.cli;

import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.migration.HistoryFinding;
import dev.plumbline.migration.HistoryFinding.Kind;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationHistory;
import dev.plumbline.proof.MigrationProof;
import dev.plumbline.proof.Prover;
import dev.plumbline.rows.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb migrate verify}: runs migrations on a scratch Postgres and says what they did. */
@Command(
    name = "verify",
    addMethodSubcommands = false,
    description = {
      "Run migrations on a scratch Postgres that is filled with made-up rows, and say what each"
          + " statement really locks, writes anew and reads; whether rows and values are kept; and"
          + " whether the way back leads back.",
      "Where there is a schema, the migrations must end at it. No database of yours is changed."
    },
    footer = {"", "Exit status: 0 proven; 2 something does not hold; 1 an error."})
final class MigrateVerifyCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationPlace place = new MigrationPlace();

  @Parameters(
      arity = "0..*",
      paramLabel = "MIGRATION",
      description =
          "Names of migrations; without them those that are pending in --url, or else the last.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All migrations of the folder.")
  private boolean all;

  @Option(names = "--last", paramLabel = "COUNT", description = "The last COUNT migrations.")
  private Optional<Integer> last = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "A database, as postgresql://… or env:NAME: what is pending there is verified, on its"
              + " version of Postgres. It is only read.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "COUNT",
      description = "How many rows to make up for each table; ${DEFAULT-VALUE} without it.",
      defaultValue = "200")
  private int rows;

  @Option(
      names = "--without-nulls",
      description = "Make up a value for every column, also where it may be NULL.")
  private boolean withoutNulls;

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description = "The major version of the scratch Postgres.")
  private Optional<Integer> scratchVersion = Optional.empty();

  @Option(names = "--output", paramLabel = "SHAPE", description = "human or json.")
  private Shape shape = Shape.human;

  // Their names are what a user types.
  @SuppressWarnings("checkstyle:ConstantName")
  enum Shape {
    human,
    json
  }

  MigrateVerifyCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    requireSense();
    Surroundings surroundings = plumb.surroundings();
    Optional<PrismaProject> project = place.projectIfAny(surroundings);
    Variables variables =
        Variables.of(surroundings, project.map(schema -> schema.files().folder()));
    Migrations migrations = Migrations.read(folder(project), new SchemaFiles(surroundings));
    Optional<DatabaseAddress> address = url.map(text -> DatabaseAddress.named(text, variables));
    List<MigrationFile> chosen = chosen(migrations, address, variables);
    Optional<Integer> wanted = scratchVersion.or(() -> address.map(it -> major(it, variables)));
    try (SourceReader reader = new SourceReader(plumb, variables, wanted, CommentChoice.auto)) {
      int major = wanted.orElseGet(() -> reader.access().scratch().defaultMajor());
      List<MigrationProof> proofs = prove(migrations, chosen, address, reader, major);
      Optional<VerifyReport.Target> target =
          project
              .filter(schema -> chosen.contains(migrations.folder().files().getLast()))
              .map(schema -> target(migrations, schema, reader, major));
      VerifyReport report = new VerifyReport(migrations.shown(), major, rows, proofs, target);
      reader.access().progress().close();
      switch (shape) {
        case human -> new VerifyPrinter(surroundings.out(), plumb.paint(true)).print(report);
        case json -> surroundings.out().println(VerifyJson.write(report));
      }
      return report.holds() ? ExitCode.OK : ExitCode.DIFFERENCES;
    }
  }

  private void requireSense() {
    long ways = (names.isEmpty() ? 0 : 1) + (all ? 1 : 0) + last.stream().count();
    if (ways > 1 || last.filter(count -> count < 1).isPresent() || rows < 1) {
      throw UserException.usage(
          "name migrations, or --all, or --last COUNT; COUNT and --rows are at least 1",
          "See plumb migrate verify --help");
    }
  }

  private Path folder(Optional<PrismaProject> project) {
    return place
        .named(plumb.surroundings())
        .or(() -> project.flatMap(MigrationWitness::folder))
        .orElseThrow(() ->
            UserException.error(
                "there is no folder migrations beside the schema",
                "Name one with --dir, or write the first migration: plumb migrate new NAME"));
  }

  private List<MigrationFile> chosen(
      Migrations migrations, Optional<DatabaseAddress> address, Variables variables) {
    List<MigrationFile> files = migrations.folder().files();
    if (all) {
      return files;
    } else if (last.isPresent()) {
      return files.subList(Math.max(0, files.size() - last.get()), files.size());
    } else if (!names.isEmpty()) {
      Set<MigrationFile> named = new LinkedHashSet<>();
      names.forEach(name -> named.add(migrations.named(name)));
      return files.stream().filter(named::contains).toList();
    }
    return address
        .map(database -> pending(migrations, database, variables))
        .orElseGet(() -> List.of(files.getLast()));
  }

  private static List<MigrationFile> pending(
      Migrations migrations, DatabaseAddress address, Variables variables) {
    MigrationFolder.Found folder = migrations.folder();
    MigrationHistory history =
        new MigrationHistory(
            folder.style(),
            folder.files(),
            address.history(folder.style(), variables).orElse(List.of()));
    Set<String> open =
        history.findings().stream()
            .filter(it -> it.kind() == Kind.PENDING || it.kind() == Kind.OUT_OF_ORDER)
            .map(HistoryFinding::migration)
            .collect(Collectors.toSet());
    return folder.files().stream().filter(file -> open.contains(file.name())).toList();
  }

  private static int major(DatabaseAddress address, Variables variables) {
    try (LiveDatabase database = LiveDatabase.connect(address.url(), variables.all())) {
      return database.major();
    }
  }

  /** Goes through the folder once, and stops at each migration that is chosen. */
  private List<MigrationProof> prove(
      Migrations migrations,
      List<MigrationFile> chosen,
      Optional<DatabaseAddress> address,
      SourceReader reader,
      int major) {
    List<MigrationProof> proofs = new ArrayList<>();
    if (chosen.isEmpty()) {
      return proofs;
    }
    Prover prover = new Prover(Sample.of(rows, !withoutNulls));
    try (ScratchDatabase clean = reader.access().scratch().open(major)) {
      address.flatMap(it -> it.url().namespace()).ifPresent(clean::makeDefault);
      for (MigrationFile file : migrations.folder().files()) {
        if (!chosen.contains(file)) {
          reader.access().progress().accept("running " + file.name());
          clean.run(List.of(file.script()));
          continue;
        }
        reader.access().progress().accept("proving " + file.name());
        try (ScratchDatabase before = clean.copy()) {
          // Without rows first: what fails there is no question of rows.
          clean.run(List.of(file.script()));
          proofs.add(prover.prove(before, file, migrations.wayBack(file)));
        }
        if (proofs.size() == chosen.size()) {
          return proofs;
        }
      }
    }
    return proofs;
  }

  private static VerifyReport.Target target(
      Migrations migrations, PrismaProject schema, SourceReader reader, int major) {
    var source = new SchemaSource.Scripts(migrations.shown(), migrations.folder().scripts());
    SchemaComparison comparison =
        SchemaComparison.of(reader.readAt(major, source, new SchemaSource.Prisma(schema)), reader);
    Strictness usual = new Strictness(Strictness.Rule.DRIFT, false, Optional.empty());
    return new VerifyReport.Target(
        schema.name(),
        comparison.entries().stream()
            .filter(entry -> entry.spoken() && usual.counts(entry))
            .map(entry -> "%s %s".formatted(entry.kind(), entry.address()))
            .toList());
  }
}
