package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CatalogChange;
import dev.plumbline.catalog.EverythingDatabase;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Renames;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlRenderer;
import dev.plumbline.sql.SqlScript;
import dev.plumbline.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a hand changes in the database with everything, a plan takes back, and another makes
 * again. Each plan runs, and so does its reverse (of each sixth in the normal run); afterwards
 * nothing differs any more. Each step does to the tables what it says that it does. The changes
 * pile up, so that each meets a database that is a little further from the first.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class EveryChangeIsMadeTest {
  /** What no statement can take back. */
  private static final Set<String> ONE_WAY =
      Set.of("extension.version: an extension is updated", "column.order: a column comes last");

  @ParameterizedTest
  @MethodSource("runs")
  void every_change_is_taken_back_and_made_again(int major, boolean online) {
    var failures = new ArrayList<String>();
    var made = new ArrayList<CatalogChange>();
    var options = new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, major, online);
    EverythingDatabase database = open(major);
    try {
      DatabaseSchema before = database.read();
      for (List<CatalogChange> several : together(CatalogChange.of(major))) {
        for (CatalogChange change : several) {
          database.run(change.sql());
          made.add(change);
        }
        DatabaseSchema after = database.read();
        boolean oneWay = several.stream().map(CatalogChange::toString).anyMatch(ONE_WAY::contains);
        List<String> problems =
            oneWay ? List.of() : problems(database, before, after, options, made.size() % 6 == 0);
        if (!problems.isEmpty()) {
          failures.add(several + "\n    " + String.join("\n    ", problems));
          database.close();
          database = open(major);
          for (CatalogChange earlier : made) {
            database.run(earlier.sql());
          }
        }
        before = after;
        if (several.stream().anyMatch(change -> change.toString().startsWith("index.state"))) {
          // Otherwise whatever rewrites the table would mend the index by the way.
          database.run("reindex index app.job_brin");
          before = database.read();
        }
      }
    } finally {
      database.close();
    }
    assertThat(made).hasSizeGreaterThan(200);
    assertThat(failures).as(failures.size() + " changes").isEmpty();
  }

  /** In the normal run two at a time. */
  private static List<List<CatalogChange>> together(List<CatalogChange> changes) {
    int size = Boolean.getBoolean("plumbline.long") ? 1 : 2;
    List<List<CatalogChange>> groups = new ArrayList<>();
    for (int at = 0; at < changes.size(); at += size) {
      groups.add(changes.subList(at, Math.min(at + size, changes.size())));
    }
    return groups;
  }

  /** Versions, and whether others use the database. */
  static Stream<Arguments> runs() {
    Arguments usual = Arguments.of(TestPostgres.newest(), false);
    if (!Boolean.getBoolean("plumbline.long")) {
      return Stream.of(usual);
    }
    return TestPostgres.everyMajor()
        .flatMap(major -> Stream.of(Arguments.of(major, false), Arguments.of(major, true)));
  }

  /** Without what changes the privileges of new objects, or needs a type, behind a plan's back. */
  private static EverythingDatabase open(int major) {
    EverythingDatabase database = EverythingDatabase.open(major);
    database.run(
        """
        alter default privileges in schema app revoke select on tables from "plumb reader";
        drop table app.typed;
        drop cast (app.address as app.status);
        """);
    return database;
  }

  /** Leads back and forth by plans, and then, for some or all, the same way by their reverses. */
  private static List<String> problems(
      EverythingDatabase database,
      DatabaseSchema before,
      DatabaseSchema after,
      PlanOptions options,
      boolean reversed) {
    var problems = new ArrayList<String>();
    Plan back = lead("back", database, after, before, options, problems);
    DatabaseSchema middle = database.read();
    Plan forth = lead("forth", database, middle, after, options, problems);
    boolean wanted = reversed || Boolean.getBoolean("plumbline.long");
    if (wanted && problems.isEmpty() && isReversible(forth)) {
      undo("forth", forth, database, middle, problems);
      if (isReversible(back)) {
        undo("back", back, database, after, problems);
      } else {
        run(forth, database);
      }
    }
    return problems;
  }

  private static Plan lead(
      String way,
      EverythingDatabase database,
      DatabaseSchema from,
      DatabaseSchema to,
      PlanOptions options,
      List<String> problems) {
    Plan plan = Planner.plan(Journey.differences(from, to, Renames.none()), from, to, options);
    if (problems.isEmpty()) {
      plan.steps().stream()
          .filter(step -> step.reverse().isNone() && !saysWhyThereIsNoReverse(step))
          .forEach(step -> problems.add("has no reverse: " + step.operations()));
      try {
        if (way.equals("forth")) {
          var observation = new Observation(database.database(), database.connection());
          observation.run(plan);
          problems.addAll(observation.surprises());
        } else {
          run(plan, database);
        }
        compare(way, plan, database, to, problems);
      } catch (IllegalStateException e) {
        problems.add(way + ": " + e.getCause());
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return plan;
  }

  private static void undo(
      String way,
      Plan plan,
      EverythingDatabase database,
      DatabaseSchema to,
      List<String> problems) {
    String script = SqlScript.back(plan, new ScriptOptions(RenderOptions.qualified(), false));
    if (!problems.isEmpty()) {
      return;
    }
    try {
      back(plan, database, script);
      compare("undoing " + way, plan, database, to, problems);
    } catch (IllegalStateException e) {
      problems.add("undoing " + way + ": " + e.getCause());
    }
    if (!problems.isEmpty()) {
      problems.add(script);
    }
  }

  private static void back(Plan plan, EverythingDatabase database, String script) {
    List<Operation> operations =
        plan.steps().reversed().stream()
            .flatMap(step -> step.reverse().operations().stream())
            .toList();
    if (operations.stream().allMatch(Operation::transactional)) {
      database.run(script);
    } else {
      var renderer = new SqlRenderer(RenderOptions.qualified());
      operations.forEach(operation -> database.run(renderer.render(operation)));
    }
  }

  private static boolean isReversible(Plan plan) {
    return plan.unplanned().isEmpty()
        && plan.steps().stream().noneMatch(step -> step.reverse().isNone());
  }

  private static boolean saysWhyThereIsNoReverse(Step step) {
    return step.hazards().stream().anyMatch(it -> it.kind() == Hazard.Kind.IRREVERSIBLE);
  }

  private static void run(Plan plan, EverythingDatabase database) {
    List<Statement> statements = new SqlRenderer(RenderOptions.qualified()).render(plan);
    if (plan.fitsOneTransaction()) {
      database.run(statements.stream().map(Statement::text).collect(Collectors.joining(";\n")));
    } else {
      statements.forEach(statement -> database.run(statement.text()));
    }
  }

  private static void compare(
      String way,
      Plan plan,
      EverythingDatabase database,
      DatabaseSchema to,
      List<String> problems) {
    Set<ObjectAddress> given =
        plan.unplanned().stream()
            .map(unplanned -> unplanned.change().address())
            .collect(Collectors.toSet());
    List<Change> rest =
        Journey.differences(database.read(), to, Renames.none()).stream()
            .filter(change -> !isGivenUp(change, given))
            .toList();
    if (!rest.isEmpty()) {
      problems.add(way + " leaves " + rest);
    }
  }

  /** What a plan says that it leaves, and the partition of a table that it cannot partition. */
  private static boolean isGivenUp(Change change, Set<ObjectAddress> given) {
    return change instanceof Change.UnmodelledChange
        || given.contains(change.address())
        || change.address().object().name().equals("sharded_0");
  }
}
