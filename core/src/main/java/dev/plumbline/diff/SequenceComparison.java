package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares sequences. One that counts for a column is found through the column, whatever it is
 * called, and also when somebody took its ownership away.
 */
final class SequenceComparison {
  private static final Comparison.Access ACCESS =
      new Comparison.Access(Attribute.SEQUENCE_OWNER, Attribute.SEQUENCE_GRANTS);

  private final Comparison comparison;
  private final Map<ObjectName, Table> tablesBefore = new HashMap<>();
  private final Map<ObjectName, Table> tablesAfter = new HashMap<>();
  private final Map<ObjectName, Sequence> byName = new LinkedHashMap<>();
  private final Map<ColumnAddress, Sequence> byColumn = new HashMap<>();
  private final Map<ColumnAddress, Sequence> counting = new HashMap<>();
  private final Set<ColumnAddress> counted = new HashSet<>();

  SequenceComparison(Comparison comparison) {
    this.comparison = comparison;
    DatabaseSchema from = comparison.from();
    from.tables().forEach(table -> tablesBefore.put(table.name(), table));
    comparison.to().tables().forEach(table -> tablesAfter.put(table.name(), table));
    from.sequences().forEach(sequence -> byName.put(sequence.name(), sequence));
    from.tables().forEach(this::noteDefaults);
    // A column may own several: the last one counts, and rather one that no other column uses.
    Set<Sequence> used = new HashSet<>(counting.values());
    noteOwners(used::contains);
    noteOwners(sequence -> !used.contains(sequence));
  }

  private void noteOwners(Predicate<Sequence> which) {
    byName.values().stream()
        .filter(which)
        .forEach(sequence -> sequence.ownedBy().ifPresent(owner -> byColumn.put(owner, sequence)));
  }

  private void noteDefaults(Table table) {
    for (Column column : table.columns()) {
      if (column.defaultValue() instanceof DefaultValue.Expression expression) {
        NextValue.sequence(expression.expression().text(), table.name().namespace())
            .map(byName::get)
            .ifPresent(s -> {
              var address = new ColumnAddress(table.name(), column.name());
              byColumn.put(address, s);
              counting.put(address, s);
            });
      }
    }
  }

  /** Whether a sequence that the column does not own counts for it, as the second side wants. */
  boolean counts(ObjectName table, String column) {
    return counted.contains(new ColumnAddress(table, column));
  }

  void run() {
    Map<ObjectName, Sequence> rest = new LinkedHashMap<>(byName);
    for (Sequence to : comparison.to().sequences()) {
      Optional<Sequence> from = partner(to).filter(s -> rest.remove(s.name(), s));
      if (from.isPresent()) {
        sequence(from.get(), to);
      } else {
        comparison.change(new Change.CreateSequence(to));
      }
    }
    rest.values().forEach(this::gone);
  }

  private Optional<Sequence> partner(Sequence to) {
    Optional<Sequence> owned = to.ownedBy().map(byColumn::get);
    if (owned.isPresent()) {
      // A default that counts with another one than the column owns is another default.
      to.ownedBy().filter(it -> owned.get().equals(counting.get(it))).ifPresent(counted::add);
      return owned;
    }
    return Optional.ofNullable(byName.get(to.name()));
  }

  private void sequence(Sequence from, Sequence to) {
    Differences differences = comparison.differences();
    if (!TypeComparison.areSame(from.type(), to.type())) {
      differences.compare(Attribute.SEQUENCE_TYPE, from.type(), to.type(), Wording::type);
    }
    if (!relative(from).equals(relative(to))) {
      differences.compare(
          Attribute.SEQUENCE_OPTIONS, from.options(), to.options(), Wording::options);
    }
    differences.compare(
        Attribute.SEQUENCE_OWNED_BY, from.ownedBy(), to.ownedBy(), SequenceComparison::owner);
    if (!followsItsTable(from, to)) {
      differences.compareIfSaid(
          Attribute.SEQUENCE_PERSISTENCE,
          from.persistence(),
          to.persistence(),
          Persistence.PERMANENT,
          Wording::words);
    }
    differences.compareText(Attribute.SEQUENCE_COMMENT, from.comment(), to.comment());
    access(differences, from, to);
    comparison.altered(differences, d -> new Change.AlterSequence(from, to, d));
  }

  /** The owner of a column's own sequence is always that of its table. */
  private void access(Differences differences, Sequence from, Sequence to) {
    if (from.ownedBy().isPresent() && to.ownedBy().isPresent()) {
      comparison.grants(
          differences, ACCESS.grants(), from.owner(), to.owner(), from.grants(), to.grants());
    } else {
      comparison.access(differences, ACCESS, from.owner(), to.owner(), from.grants(), to.grants());
    }
  }

  private static String owner(Optional<ColumnAddress> owner) {
    return owner.map(o -> o.table() + "." + o.column()).orElse("NONE");
  }

  /** A bound that is the type's own says no more than the type does. */
  private static SequenceOptions relative(Sequence sequence) {
    SequenceOptions options = sequence.options();
    long greatest = greatest(sequence.type());
    return new SequenceOptions(
        options.start(),
        options.increment(),
        options.minimum() == -greatest - 1 ? Long.MIN_VALUE : options.minimum(),
        options.maximum() == greatest ? Long.MAX_VALUE : options.maximum(),
        options.cache(),
        options.cycle());
  }

  private static long greatest(ColumnType type) {
    if (type.canonical() instanceof ColumnType.BuiltIn(String name, String modifiers)) {
      return switch (name) {
        case "int2" -> Short.MAX_VALUE;
        case "int4" -> Integer.MAX_VALUE;
        default -> Long.MAX_VALUE;
      };
    }
    return Long.MAX_VALUE;
  }

  /** Since Postgres 15 an unlogged table makes its sequences unlogged. */
  private boolean followsItsTable(Sequence from, Sequence to) {
    Optional<Persistence> before =
        from.ownedBy().map(ColumnAddress::table).map(tablesBefore::get).map(Table::persistence);
    Optional<Persistence> after =
        to.ownedBy().map(ColumnAddress::table).map(tablesAfter::get).map(Table::persistence);
    return before.isPresent()
        && before.equals(Optional.of(from.persistence()))
        && after.equals(Optional.of(to.persistence()));
  }

  /** A sequence goes with the column that owns it. */
  private void gone(Sequence sequence) {
    Change drop = new Change.DropSequence(sequence);
    if (sequence.ownedBy().isEmpty()) {
      comparison.unspoken(drop);
      return;
    }
    ColumnAddress owner = sequence.ownedBy().get();
    Optional<Column> column =
        Optional.ofNullable(tablesAfter.get(owner.table())).flatMap(t -> t.column(owner.column()));
    boolean open =
        column.map(c -> c.defaultValue() instanceof DefaultValue.Unspecified).orElse(false);
    if (open) {
      comparison.unspoken(drop);
    } else if (column.isPresent()) {
      comparison.gone(ObjectKind.SEQUENCE, sequence.name(), drop);
    }
  }
}
