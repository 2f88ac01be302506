package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.export.DrizzleGeneration;
import dev.plumbline.export.DrizzleSchema;
import dev.plumbline.export.ReferencedKeys;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.migration.MigrationNames;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.migration.MigrationTemplates;
import dev.plumbline.migration.NewFile;
import dev.plumbline.migration.NewMigration;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.schema.DatabaseSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb migrate new}: the files of a migration that leads to the schema. */
@Command(
    name = "new",
    description = "Write the migration that leads to the schema.",
    footer = {
      "",
      "A SOURCE is " + SchemaSource.FORMS + ".",
      "",
      "Exit status: 0, also when nothing is to be done; 1 an error."
    })
final class MigrateNewCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(paramLabel = "NAME", description = "What the migration is called.")
  private String name = "";

  @Mixin private final MigrationPlace place = new MigrationPlace();

  @Mixin private final RenameOptions renames = new RenameOptions();

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "Where the migration starts; without it where the last one in the folder ends.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description =
          "prisma, drizzle, flyway or sql; without it that of the folder, and prisma in a new one.")
  private Optional<MigrationTarget.Style> style = Optional.empty();

  @Option(
      names = "--generation",
      paramLabel = "0|1",
      description = "A new folder is for Drizzle 0.x (the default), or for 1.0.")
  private int generation;

  @Option(
      names = "--comments",
      paramLabel = "WHICH",
      description =
          "Which comments of the schema are told to the database: none, doc (///) or all. Without it"
              + " none in the style of prisma, whose files are then as Prisma writes them, and all in"
              + " the others.")
  private Optional<CommentChoice> comments = Optional.empty();

  @Mixin private final PlanningOptions planning = new PlanningOptions();

  @Mixin private final RepetitionOptions repetition = new RepetitionOptions();

  @Option(
      names = "--summary",
      description = "Write a document about the migration beside it, in Markdown.")
  private boolean summary;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "A folder with templates for the files, instead of our own.")
  private Optional<String> templates = Optional.empty();

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description = "The Postgres that replays migrations, for example 16.")
  private Optional<Integer> scratchVersion = Optional.empty();

  MigrateNewCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    String word = MigrationNames.word(name);
    if (word.isEmpty()) {
      throw UserException.usage(
          "a migration needs a name with letters or digits in it", "For example add_users.");
    }
    planning.check();
    PrismaProject project = place.project(surroundings);
    SchemaFiles files = new SchemaFiles(surroundings);
    MigrationTarget target =
        MigrationTarget.of(
            folder(project), style, ExportDrizzleCommand.generation(generation), files);
    CommentChoice choice =
        comments.orElse(
            target.style() == MigrationStyle.PRISMA ? CommentChoice.none : CommentChoice.all);
    Variables variables = Variables.of(surroundings, Optional.of(project.files().folder()));
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, choice)) {
      SchemaSource start = start(target, variables);
      SourceReader.Pair sides = reader.read(start, new SchemaSource.Prisma(project));
      SourceReader.Pair decided = renames.decide(asItCanBeSaid(sides, target), surroundings);
      SchemaComparison comparison = SchemaComparison.of(decided, reader);
      return write(
          target, word, comparison, plan(comparison, start, variables, target, choice), project);
    }
  }

  /**
   * What the migration does.
   *
   * @param asPrisma whether its text is to be that of Prisma Migrate
   */
  private record Planned(Plan plan, boolean asPrisma) {}

  private Planned plan(
      SchemaComparison comparison,
      SchemaSource start,
      Variables variables,
      MigrationTarget target,
      CommentChoice choice) {
    List<Change> changes = changes(comparison);
    DatabaseSchema from = comparison.sides().from().schema();
    var values = planning.backfills(changes);
    Optional<LiveDatabase> live =
        start instanceof SchemaSource.Live(DatabaseAddress address)
            ? Optional.of(LiveDatabase.connect(address.url(), variables.all()))
            : Optional.empty();
    try {
      boolean online = planning.online(changes, from, live, plumb);
      boolean asPrisma =
          target.style() == MigrationStyle.PRISMA
              && choice == CommentChoice.none
              && !online
              && !repetition.isWanted()
              && values.isEmpty();
      PlanOptions options =
          asPrisma ? PlanOptions.prisma() : PlanOptions.standard().online(online).backfills(values);
      Plan plan = Planner.plan(changes, from, comparison.sides().to().schema(), options);
      live.ifPresent(database -> PlanningOptions.checkConversions(plan, database));
      return new Planned(plan, asPrisma);
    } finally {
      live.ifPresent(LiveDatabase::close);
    }
  }

  private static SourceReader.Pair asItCanBeSaid(SourceReader.Pair sides, MigrationTarget target) {
    boolean journal =
        target.style() == MigrationStyle.DRIZZLE
            && target.generation() == DrizzleGeneration.JOURNAL;
    SourcedSchema to = sides.to();
    return journal
        ? new SourceReader.Pair(sides.from(), to.with(ReferencedKeys.asConstraints(to.schema())))
        : sides;
  }

  private Path folder(PrismaProject project) {
    return place
        .folder(plumb.surroundings(), project)
        .orElseGet(() -> project.files().folder().resolve("migrations"));
  }

  private SchemaSource start(MigrationTarget target, Variables variables) {
    if (from.isPresent()) {
      return SchemaSource.of(from.get(), plumb.surroundings(), variables);
    }
    return target.found().isPresent()
        ? new SchemaSource.Migrations(target.folder())
        : new SchemaSource.Empty();
  }

  private int write(
      MigrationTarget target,
      String word,
      SchemaComparison comparison,
      Planned planned,
      PrismaProject project) {
    Plan plan = planned.plan();
    plan.unplanned()
        .forEach(it -> plumb.note(it.change().address() + " is left out: " + it.reason()));
    comparison.obstacle().ifPresent(why -> plumb.note("some expressions are unproven: " + why));
    if (plan.isEmpty()) {
      plumb.surroundings().out().println("Nothing to do: the schema says nothing new.");
      return ExitCode.OK;
    }
    repetition.note(plan, plumb);
    if (target.style() == MigrationStyle.PRISMA && !plan.fitsOneTransaction()) {
      plumb.note(
          "it does not fit one transaction, and prisma migrate deploy may refuse it:"
              + " run it with plumb migrate apply");
    }
    MigrationNames names = target.names(word);
    NewMigration migration =
        new NewMigration(name.strip(), plan, names, templates(), repetition.render());
    SchemaFiles shown = new SchemaFiles(plumb.surroundings());
    List<NewFile> files = new ArrayList<>(files(migration, target, project, planned.asPrisma()));
    if (summary) {
      files.add(summary(migration, target));
    }
    Optional<NewFile> last = target.lock();
    if (target.style() == MigrationStyle.DRIZZLE) {
      DrizzleFolder.Beside beside =
          new DrizzleFolder(target.folder(), shown)
              .beside(files.getFirst(), drizzle(comparison, target), target.generation());
      files.add(beside.snapshot());
      last = beside.journal();
    }
    NewFiles.write(target.folder(), files, last, shown)
        .forEach(file -> plumb.surroundings().out().println("Wrote " + file));
    return ExitCode.OK;
  }

  private DrizzleSchema drizzle(SchemaComparison comparison, MigrationTarget target) {
    DrizzleSchema schema = DrizzleSchema.of(comparison.sides().to().schema(), target.generation());
    schema
        .omissions()
        .forEach(it -> plumb.note("not in the snapshot, Drizzle cannot say it: " + it));
    return schema;
  }

  private static List<NewFile> files(
      NewMigration migration, MigrationTarget target, PrismaProject project, boolean asPrisma) {
    if (asPrisma) {
      return written(() -> migration.asPrisma(ClientDefaults.of(project.schema())));
    }
    return written(() ->
        target.style() == MigrationStyle.DRIZZLE ? migration.forDrizzle() : migration.commented());
  }

  private static NewFile summary(NewMigration migration, MigrationTarget target) {
    return written(() -> migration.summary(target.style()));
  }

  private static <T> T written(Supplier<T> text) {
    try {
      return text.get();
    } catch (MigrationTemplates.BrokenTemplateException e) {
      throw UserException.error(
          e.getMessage(), "Correct it; docs/migrations.md says what it gets.");
    } catch (IllegalArgumentException e) {
      throw UserException.error(String.valueOf(e.getMessage()), "Change that text in the schema.");
    }
  }

  private MigrationTemplates templates() {
    if (templates.isEmpty()) {
      return MigrationTemplates.usual();
    }
    Path folder = SchemaFiles.path(plumb.surroundings(), templates.get());
    if (!Files.isDirectory(folder)) {
      throw UserException.error(
          "there is no folder " + templates.get(), "It is to hold templates such as up.sql.ftl.");
    }
    return MigrationTemplates.in(folder);
  }

  private static List<Change> changes(SchemaComparison comparison) {
    return comparison.changes(MigrateNewCommand::isMade).stream()
        .filter(change -> !isThereAnyway(change))
        .toList();
  }

  // What is beyond the schema stays.
  private static boolean isMade(DriftEntry entry) {
    boolean spoken = entry.verdict() != DriftVerdict.UNMANAGED || entry.spoken();
    return entry.fails() || (spoken && !SchemaComparison.isNegligible(entry));
  }

  // Every database that migrations run in has it.
  private static boolean isThereAnyway(Change change) {
    return change instanceof Change.CreateNamespace create
        && create.namespace().name().equals("public");
  }
}
