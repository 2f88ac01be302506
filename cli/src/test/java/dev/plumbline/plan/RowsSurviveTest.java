package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.parity.Corpus;
import dev.plumbline.parity.SchemaText;
import dev.plumbline.parity.SeedRange;
import dev.plumbline.rows.RowGenerator;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * From a schema with rows to its edited self: the rows and values that the plan does not say it
 * loses are there afterwards, a step that fails said that it may, and what can be taken back is.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class RowsSurviveTest {
  private static final int ROWS = 12;
  private static final Set<Hazard.Kind> MAY_FAIL =
      Set.of(Hazard.Kind.MAY_FAIL_ON_DATA, Hazard.Kind.NEEDS_DATA_STEP);
  private static final Set<Attribute> CONVERTED =
      Set.of(Attribute.COLUMN_TYPE, Attribute.COLUMN_GENERATED);

  private final SqlRenderer renderer = new SqlRenderer(RenderOptions.qualified());
  private final List<String> problems = new ArrayList<>();
  private String pairName = "";
  private int done;
  private int undone;

  @Test
  void rows_survive_plans_and_their_reverse() throws SQLException {
    SeedRange range = SeedRange.of(12, 1_000);
    List<SchemaText> real = Corpus.schemas();
    try (Journey journey = Journey.begin()) {
      for (long seed : range.seeds().toArray()) {
        SchemaPair pair = SchemaPair.of(real, seed);
        pairName = pair.name();
        if (pair.fresh(journey).isPresent()) {
          there(journey, pair);
        }
      }
    }
    assertThat(problems).as(problems.size() + " problems").isEmpty();
    assertThat(done).isGreaterThan(range.count() / 4);
    assertThat(undone).isGreaterThan(range.count() / 8);
  }

  private void there(Journey journey, SchemaPair pair) throws SQLException {
    journey.empty();
    journey.lead(pair.first());
    try (Connection connection = journey.database().connect()) {
      DatabaseSchema from = journey.read();
      RowGenerator.fill(connection, from, ROWS);
      Contents before = Contents.of(connection, from);
      Plan plan = pair.plan(from);
      for (Step step : plan.steps()) {
        Optional<String> failure = run(connection, step.operations());
        if (failure.isPresent()) {
          check(warns(step, MAY_FAIL), "does not say that it may fail: " + failure.get());
          return;
        }
      }
      done++;
      DatabaseSchema now = journey.read();
      List<Change> left = pair.changes(now);
      check(left.isEmpty(), "leaves " + left);
      List<Change> changes = pair.changes(from);
      compare(before.renamed(changes), Contents.of(connection, now), changes, plan);
      back(journey, connection, plan, before, from);
    }
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      problems.add(pairName + ": " + otherwise);
    }
  }

  private static boolean warns(Step step, Set<Hazard.Kind> kinds) {
    return step.hazards().stream().anyMatch(hazard -> kinds.contains(hazard.kind()));
  }

  private Optional<String> run(Connection connection, List<Operation> operations) {
    for (Operation operation : operations) {
      String sql = renderer.render(operation);
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql);
      } catch (SQLException e) {
        return Optional.of(e.getMessage() + " in " + sql);
      }
    }
    return Optional.empty();
  }

  private void compare(Contents before, Contents after, List<Change> changes, Plan plan) {
    Set<ColumnAddress> converted =
        changes.stream()
            .filter(Change.AlterColumn.class::isInstance)
            .map(Change.AlterColumn.class::cast)
            .filter(alter ->
                alter.differences().stream().anyMatch(it -> CONVERTED.contains(it.attribute())))
            .map(alter -> new ColumnAddress(alter.table(), alter.to().name()))
            .collect(Collectors.toSet());
    Set<ObjectName> lost =
        plan.steps().stream()
            .flatMap(step -> step.hazards().stream())
            .filter(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS)
            .map(hazard -> hazard.object().object())
            .collect(Collectors.toSet());
    before
        .rows()
        .forEach((table, count) ->
            check(
                after.rows().containsKey(table)
                    ? count.equals(after.rows().get(table))
                    : lost.contains(table),
                table + " had " + count + " rows, and has " + after.rows().get(table)));
    before
        .values()
        .forEach((column, digest) ->
            check(
                after.values().containsKey(column)
                    ? converted.contains(column) || digest.equals(after.values().get(column))
                    : lost.contains(column.table()),
                column + " has other values"));
  }

  private void back(
      Journey journey, Connection connection, Plan plan, Contents before, DatabaseSchema from)
      throws SQLException {
    if (plan.steps().stream().anyMatch(step -> step.reverse().isNone())) {
      return;
    }
    boolean restores = plan.steps().stream().allMatch(step -> step.reverse().restoresData());
    for (Step step : plan.steps().reversed()) {
      Optional<String> failure = run(connection, step.reverse().operations());
      if (failure.isPresent()) {
        check(!restores, "does not lead back: " + failure.get());
        return;
      }
    }
    undone++;
    List<String> differences = Portrait.difference(from, journey.read());
    check(differences.isEmpty(), "back leaves " + differences);
    check(
        !restores || Contents.of(connection, from).equals(before),
        "has other rows or values when it is back");
  }
}
