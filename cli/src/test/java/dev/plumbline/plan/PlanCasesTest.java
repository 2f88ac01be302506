package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Renames;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Each folder is a case: two databases, the script that leads from the first to the second, and the
 * script that leads back. Both scripts run on a real server and leave nothing different. Where an
 * extra file {@code renames.txt} says so, objects are renamed. Folders whose names begin with
 * {@code online_} are planned for databases in use.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PlanCasesTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plumbline", "plan", "cases");

  /**
   * What needs other roles or places than a database has, what no comparison finds, or online
   * plans.
   */
  private static final Set<Class<?>> ELSEWHERE =
      Set.of(
          Change.RenameView.class,
          Change.RenameSequence.class,
          Change.UnmodelledChange.class,
          Operation.SetOwner.class,
          Operation.GrantPrivileges.class,
          Operation.RevokePrivileges.class,
          SequenceOperation.RenameSequence.class,
          SequenceOperation.MoveSequence.class,
          TableOperation.MoveTable.class,
          TableOperation.Backfill.class,
          TypeOperation.MoveType.class,
          ViewOperation.RenameView.class,
          ViewOperation.MoveView.class,
          NamespaceOperation.UpdateExtension.class,
          IndexOperation.SetIndexTablespace.class,
          TableAction.SetAccessMethod.class,
          TableAction.SetTablespace.class);

  @Test
  void each_case_leads_there_and_back() throws IOException {
    Set<Class<?>> seen = new LinkedHashSet<>();
    List<String> failures = new ArrayList<>();
    try (Journey journey = Journey.begin();
        Stream<Path> folders = Files.list(FOLDER)) {
      journey.empty();
      for (Path folder : folders.sorted().toList()) {
        try {
          check(folder, journey, seen);
        } catch (RuntimeException | AssertionError e) {
          failures.add(folder.getFileName() + ": " + e.getMessage());
        }
        journey.empty();
      }
    }
    assertThat(failures).isEmpty();
    assertThat(seen)
        .containsAll(kinds(Change.class, Operation.class, TableAction.class, Conversion.class));
  }

  @Test
  void each_case_that_is_another_for_a_database_in_use_leads_there_and_back_too()
      throws IOException {
    List<String> failures = new ArrayList<>();
    int others = 0;
    try (Journey journey = Journey.begin();
        Stream<Path> folders = Files.list(FOLDER)) {
      journey.empty();
      for (Path folder : folders.sorted().toList()) {
        try {
          others += online(folder, journey) ? 1 : 0;
        } catch (RuntimeException | AssertionError e) {
          failures.add(folder.getFileName() + ": " + e.getMessage());
        }
        journey.empty();
      }
    }
    assertThat(failures).isEmpty();
    assertThat(others).isGreaterThanOrEqualTo(5);
  }

  private static boolean online(Path folder, Journey journey) throws IOException {
    Ends ends = Ends.of(folder, journey);
    DatabaseSchema from = journey.read();
    List<Change> changes = Journey.definitions(from, ends.to(), ends.renames());
    var options =
        new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, false, TestPostgres.newest());
    Plan plan = Planner.plan(changes, from, ends.to(), options.online(true));
    if (operations(plan).equals(operations(Planner.plan(changes, from, ends.to(), options)))) {
      return false;
    }
    var transactions = new ScriptOptions(ScriptOptions.sql().render(), true);
    String up = SqlScript.of(plan, transactions);
    journey.run(up);
    assertThat(Journey.definitions(journey.read(), ends.to(), Renames.none())).as(up).isEmpty();
    String down = SqlScript.back(plan, transactions);
    journey.run(down);
    assertThat(Journey.definitions(journey.read(), from, Renames.none())).as(down).isEmpty();
    return true;
  }

  /** But for the timeouts. */
  private static List<Operation> operations(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.operations().stream())
        .filter(operation -> !(operation instanceof Operation.SetLockTimeout))
        .toList();
  }

  private static void check(Path folder, Journey journey, Set<Class<?>> seen) throws IOException {
    Ends ends = Ends.of(folder, journey);
    DatabaseSchema from = journey.read();
    List<Change> changes = Journey.definitions(from, ends.to(), ends.renames());
    var options =
        new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, false, TestPostgres.newest())
            .online(folder.getFileName().toString().startsWith("online_"));
    Plan plan = Planner.plan(changes, from, ends.to(), options);
    assertThat(plan.unplanned()).isEmpty();
    note(plan, changes, seen);
    if (options.online()) {
      assertThat(plan.steps())
          .flatExtracting(Step::hazards)
          .noneMatch(it -> it.kind() == Hazard.Kind.BLOCKS_READS)
          .noneMatch(it -> it.kind() == Hazard.Kind.BLOCKS_WRITES);
    }

    String up = SqlScript.of(plan, ScriptOptions.sql());
    golden(folder.resolve("up.sql"), up);
    journey.run(up);
    assertThat(Journey.definitions(journey.read(), ends.to(), Renames.none())).as(up).isEmpty();

    String down = SqlScript.back(plan, ScriptOptions.sql());
    golden(folder.resolve("down.sql"), down);
    if (plan.steps().stream().noneMatch(step -> step.reverse().isNone())) {
      journey.run(down);
      assertThat(Journey.definitions(journey.read(), from, Renames.none())).as(down).isEmpty();
      observe(plan, journey);
      if (options.online()) {
        assertThat(blockingOnTheWayBack(plan, journey)).as(down).isEmpty();
      }
    }
  }

  /** The same way once more, to see what each step does to the tables. */
  private static void observe(Plan plan, Journey journey) {
    try (Connection connection = journey.database().connect()) {
      var observation = new Observation(journey.database(), connection);
      observation.run(plan);
      assertThat(observation.surprises()).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the plan back, with others who use the tables: none of them waits for long. */
  private static List<String> blockingOnTheWayBack(Plan plan, Journey journey) {
    try (Connection connection = journey.database().connect()) {
      return new Observation(journey.database(), connection).back(plan);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void golden(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("%s: run with -Dgolden.update=true, then read the diff", expected)
        .isEqualTo(Files.readString(expected));
  }

  private static void note(Plan plan, List<Change> changes, Set<Class<?>> seen) {
    changes.forEach(change -> seen.add(change.getClass()));
    for (Step step : plan.steps()) {
      for (Operation operation : step.operations()) {
        seen.add(operation.getClass());
        if (operation instanceof TableOperation.AlterTable alter) {
          for (TableAction action : alter.actions()) {
            seen.add(action.getClass());
            if (action instanceof TableAction.SetColumnType type) {
              type.conversion().ifPresent(it -> seen.add(it.getClass()));
            }
          }
        }
      }
    }
  }

  private static List<Class<?>> kinds(Class<?>... types) {
    return Arrays.stream(types)
        .flatMap(PlanCasesTest::kindsOf)
        .filter(kind -> !ELSEWHERE.contains(kind))
        .toList();
  }

  private static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PlanCasesTest::kindsOf)
        : Stream.of(type);
  }

  /**
   * The ends of the way. The database stands at its beginning.
   *
   * @param to its end
   * @param renames what is renamed on it
   */
  private record Ends(DatabaseSchema to, Renames renames) {
    static Ends of(Path folder, Journey journey) throws IOException {
      return Files.exists(folder.resolve("to.sql"))
          ? ofSql(folder, journey)
          : ofPrisma(folder, journey);
    }

    private static Ends ofSql(Path folder, Journey journey) throws IOException {
      journey.run(Files.readString(folder.resolve("to.sql")));
      DatabaseSchema to = journey.read();
      journey.empty();
      journey.run(Files.readString(folder.resolve("from.sql")));
      Path renames = folder.resolve("renames.txt");
      return new Ends(to, Files.exists(renames) ? renames(renames) : Renames.none());
    }

    private static Ends ofPrisma(Path folder, Journey journey) throws IOException {
      journey.lead(lowered(folder.resolve("from.prisma")).schema());
      LoweredSchema to = lowered(folder.resolve("to.prisma"));
      return new Ends(to.schema(), to.renames());
    }

    private static LoweredSchema lowered(Path file) throws IOException {
      var source = SourceFile.of(file.toString(), Files.readString(file));
      var checked = PrismaChecker.check(List.of(PrismaParser.parse(source)));
      return PrismaLowering.lower(checked.schema().orElseThrow(), LoweringOptions.usual());
    }

    /** Lines of a kind, the name of now, and the name of then. */
    private static Renames renames(Path file) throws IOException {
      Map<ObjectAddress, String> earlier = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        List<String> words = List.of(line.split(" "));
        List<String> names = List.of(words.get(1).split("\\."));
        var object = new ObjectName(names.get(0), names.get(1));
        earlier.put(
            switch (words.getFirst()) {
              case "table" -> ObjectAddress.of(ObjectKind.TABLE, object);
              case "column" -> ObjectAddress.of(ObjectKind.COLUMN, object, names.getLast());
              case "enum" -> ObjectAddress.of(ObjectKind.ENUM, object);
              case "label" -> ObjectAddress.of(ObjectKind.ENUM, object, names.getLast());
              default -> throw new IllegalArgumentException(line);
            },
            words.getLast());
      }
      return new Renames(earlier);
    }
  }
}
