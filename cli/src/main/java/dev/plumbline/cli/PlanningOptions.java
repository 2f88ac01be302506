package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.expression.Expressions;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.plan.Plan;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.sql.ConversionCheck;
import dev.plumbline.sql.RenderOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a plan needs to know of the rows that are there, from the user or from a live database. */
final class PlanningOptions {
  @Option(
      names = "--online",
      description =
          "For a database in use: indexes are built CONCURRENTLY, constraints are validated late, and"
              + " no lock is waited for long. Such a migration does not fit one transaction. The"
              + " default where --from is a live database and a table that changes holds rows.")
  private boolean online;

  @Option(names = "--offline", description = "For a database that nobody uses: one transaction.")
  private boolean offline;

  @Option(
      names = "--backfill",
      paramLabel = "TABLE.COLUMN=EXPRESSION",
      description =
          "What the rows that are there get in a column that comes to be required. May be repeated.")
  private List<String> backfills = new ArrayList<>();

  /** Refuses what contradicts itself. */
  void check() {
    if (online && offline) {
      throw UserException.usage("--online and --offline exclude each other", "Take one of them.");
    }
  }

  /** Whether others work on the database meanwhile; looks into a live one, without changing it. */
  boolean online(
      List<Change> changes, DatabaseSchema from, Optional<LiveDatabase> live, PlumbCommand plumb) {
    if (online || offline || live.isEmpty()) {
      return online;
    }
    Set<ObjectName> there = from.tables().stream().map(Table::name).collect(Collectors.toSet());
    Set<ObjectName> changing =
        changes.stream()
            .map(change -> change.address().object())
            .filter(there::contains)
            .collect(Collectors.toSet());
    boolean rows = live.get().holdsRows(changing);
    if (rows) {
      plumb.note(
          "a table that changes holds rows: planned as with --online; --offline is for one"
              + " transaction");
    }
    return rows;
  }

  /** What the rows get, for the columns of these changes. */
  Map<ColumnAddress, SqlExpression> backfills(List<Change> changes) {
    Map<ColumnAddress, SqlExpression> values = new HashMap<>();
    for (String text : backfills) {
      int equals = text.indexOf('=');
      if (equals < 1 || text.substring(equals + 1).isBlank()) {
        throw UserException.usage(
            "--backfill says a column and what it gets: " + text,
            "For example --backfill 'users.nick=lower(name)'");
      }
      String column = text.substring(0, equals).strip();
      String value = text.substring(equals + 1).strip();
      if (!Expressions.isPlain(value)) {
        throw UserException.usage(
            "the value of --backfill is one expression, without comments: " + value,
            "Put more into a function.");
      }
      values.put(required(column, changes), new SqlExpression(value));
    }
    return values;
  }

  private static ColumnAddress required(String name, List<Change> changes) {
    return changes.stream()
        .flatMap(change -> columnThatIsRequired(change).stream())
        .filter(isCalled(name))
        .findFirst()
        .orElseThrow(() ->
            UserException.error(
                "no column %s comes to be required".formatted(name),
                "--backfill is for a new column that is required and has no default, or for one"
                    + " that was optional; its name is that in the database."));
  }

  private static Optional<ColumnAddress> columnThatIsRequired(Change change) {
    if (change instanceof Change.AddColumn add && !add.column().nullable()) {
      return Optional.of(new ColumnAddress(add.table(), add.column().name()));
    }
    return change instanceof Change.AlterColumn alter
            && alter.from().nullable()
            && !alter.to().nullable()
        ? Optional.of(new ColumnAddress(alter.table(), alter.to().name()))
        : Optional.empty();
  }

  private static Predicate<ColumnAddress> isCalled(String name) {
    return column ->
        name.equals(column.table().name() + "." + column.column())
            || name.equals(column.table() + "." + column.column());
  }

  /** Refuses a plan that converts values of a live database which do not convert. */
  static void checkConversions(Plan plan, LiveDatabase live) {
    for (ConversionCheck check : ConversionCheck.of(plan, RenderOptions.qualified())) {
      live.objection(check.query())
          .ifPresent(why -> {
            throw UserException.error(
                "%s holds a value that does not convert: %s".formatted(check.column(), why),
                "Mend such rows first. The query that finds one is: " + check.query());
          });
    }
  }
}
