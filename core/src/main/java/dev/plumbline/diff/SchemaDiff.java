package dev.plumbline.diff;

import dev.plumbline.schema.DatabaseSchema;
import java.util.List;
import java.util.Set;

/**
 * What separates two databases.
 *
 * @param changes what leads from the first to the second, as far as the second speaks
 * @param beyond what the first has beyond that: objects of kinds that the second does not describe,
 *     and attributes that it leaves unsaid. They are changes too, which would take it away
 * @param consequences what of it follows from the rest
 * @param oneSided whether there is nothing at all on one side, so that all of the other is of
 *     interest
 */
public record SchemaDiff(
    List<Change> changes, List<Change> beyond, Consequences consequences, boolean oneSided) {
  /** Copies the lists. */
  public SchemaDiff {
    changes = List.copyOf(changes);
    beyond = List.copyOf(beyond);
  }

  /** Compares definitions; nothing was renamed. */
  public static SchemaDiff between(DatabaseSchema from, DatabaseSchema to) {
    return between(from, to, Renames.none());
  }

  /** Compares definitions. */
  public static SchemaDiff between(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    return between(from, to, renames, DiffOptions.definitions());
  }

  /**
   * Compares two databases. Takes time in proportion to their size.
   *
   * @param from the database as it is
   * @param to the database as it shall be
   * @param renames what somebody says was renamed
   * @param options what is compared besides the definitions
   */
  public static SchemaDiff between(
      DatabaseSchema from, DatabaseSchema to, Renames renames, DiffOptions options) {
    DatabaseSchema wanted = Bookkeeping.without(to, from, to);
    CarriedRenames carried = CarriedRenames.of(Bookkeeping.without(from, to, to), wanted, renames);
    Comparison comparison = new Comparison(carried.schema(), wanted, options);
    carried.changes().forEach(comparison::change);
    SchemaDiff diff = compared(comparison, renames);
    return new SchemaDiff(
        diff.changes,
        diff.beyond,
        Consequences.of(diff, carried.schema(), wanted, options),
        carried.schema().holdsNothing() || wanted.holdsNothing());
  }

  /** Compares what has one name on both sides. */
  static SchemaDiff compared(DatabaseSchema from, DatabaseSchema to, DiffOptions options) {
    return compared(new Comparison(from, to, options), Renames.none());
  }

  private static SchemaDiff compared(Comparison comparison, Renames renames) {
    Surroundings surroundings = Surroundings.of(comparison.from(), comparison.to());
    new ContainerComparison(comparison).run();
    new NamedTypeComparison(comparison, surroundings).run();
    SequenceComparison sequences = new SequenceComparison(comparison);
    sequences.run();
    new TableComparison(comparison, surroundings, sequences, renames).run();
    new ViewComparison(comparison, surroundings).run();
    new RoutineComparison(comparison).run();
    return new SchemaDiff(
        comparison.changes(), comparison.beyond(), new Consequences(Set.of()), false);
  }

  /**
   * The first side as it is once the renames are done that stand among the changes. All other
   * changes know its tables, columns, enums and labels by these names.
   */
  public static DatabaseSchema afterRenames(DatabaseSchema from, List<Change> changes) {
    return RenameCarrier.of(changes).carry(from);
  }

  /** Whether nothing leads from the first to the second, what is beyond aside. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
