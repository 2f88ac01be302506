package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.UnmodelledObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves of the changes those that have a cause of their own. What stands on something that is
 * missing is missing with it, and what stands on something that is too much is too much with it.
 */
final class Causes {
  private static final String NOT_NULL = "not-null constraint";

  private static final Set<Attribute> OF_INDEX =
      EnumSet.of(Attribute.PRIMARY_KEY_INDEX, Attribute.UNIQUE_INDEX, Attribute.EXCLUSION_INDEX);

  private final List<Change> changes = new ArrayList<>();
  private final List<Change> beyond = new ArrayList<>();
  private final List<DriftEntry> merged = new ArrayList<>();
  private final Set<String> createdNamespaces = new HashSet<>();
  private final Set<String> droppedNamespaces = new HashSet<>();
  private final Set<ObjectName> createdTables = new HashSet<>();
  private final Set<ObjectName> droppedTables = new HashSet<>();
  private final Set<ColumnAddress> createdColumns = new HashSet<>();
  private final Set<ColumnAddress> droppedColumns = new HashSet<>();
  private final Set<ColumnAddress> constantColumns = new HashSet<>();
  private final Map<ColumnAddress, Set<Attribute>> alteredColumns = new HashMap<>();
  private final Set<ObjectName> otherReplicaIdentities = new HashSet<>();

  private Causes() {}

  static Causes of(SchemaDiff diff) {
    Causes causes = new Causes();
    Stream.concat(diff.changes().stream(), diff.beyond().stream()).forEach(causes::note);
    if (!diff.oneSided()) {
      Stream.concat(diff.changes().stream(), diff.beyond().stream()).forEach(causes::noteNamespace);
    }
    Substitutions substitutions = Substitutions.in(diff.changes());
    causes.merged.addAll(substitutions.entries());
    diff.changes().stream()
        .filter(change -> !substitutions.replaced().contains(change))
        .filter(change -> !causes.hasCause(change))
        .forEach(causes.changes::add);
    diff.beyond().stream().filter(c -> !causes.hasCause(c)).forEach(causes.beyond::add);
    return causes;
  }

  List<Change> changes() {
    return changes;
  }

  List<Change> beyond() {
    return beyond;
  }

  List<DriftEntry> merged() {
    return merged;
  }

  private void noteNamespace(Change change) {
    if (change instanceof Change.CreateNamespace(Namespace namespace)) {
      createdNamespaces.add(namespace.name());
    } else if (change instanceof Change.DropNamespace(Namespace namespace)) {
      droppedNamespaces.add(namespace.name());
    }
  }

  private void note(Change change) {
    if (change instanceof Change.CreateTable create) {
      createdTables.add(create.table().name());
    } else if (change instanceof Change.DropTable drop) {
      droppedTables.add(drop.table().name());
    } else if (change instanceof Change.AddColumn(ObjectName table, Column column)) {
      createdColumns.add(new ColumnAddress(table, column.name()));
    } else if (change instanceof Change.DropColumn(ObjectName table, Column column)) {
      droppedColumns.add(new ColumnAddress(table, column.name()));
      if (column.defaultValue() instanceof DefaultValue.Literal) {
        constantColumns.add(new ColumnAddress(table, column.name()));
      }
    } else if (change instanceof Change.AlterColumn alter) {
      Set<Attribute> attributes =
          alteredColumns.computeIfAbsent(
              new ColumnAddress(alter.table(), alter.to().name()), k -> new HashSet<>());
      alter.differences().forEach(d -> attributes.add(d.attribute()));
    } else if (change instanceof Change.AlterTable alter
        && alter.differences().stream()
            .anyMatch(d -> d.attribute() == Attribute.TABLE_REPLICA_IDENTITY)) {
      otherReplicaIdentities.add(alter.to().name());
    }
  }

  private boolean hasCause(Change change) {
    if (isInNewOrGoneNamespace(change)) {
      return true;
    }
    if (change instanceof Change.AddConstraint(ObjectName table, Constraint constraint)) {
      return standsOn(createdColumns, table, columns(constraint))
          || target(constraint).map(createdTables::contains).orElse(false)
          || targetColumns(constraint).stream().anyMatch(createdColumns::contains);
    }
    if (change instanceof Change.DropConstraint(ObjectName table, Constraint constraint)) {
      return (standsOn(droppedColumns, table, columns(constraint))
              && !refuses(table, columns(constraint)))
          || target(constraint).map(droppedTables::contains).orElse(false)
          || targetColumns(constraint).stream().anyMatch(droppedColumns::contains);
    }
    if (change instanceof Change.CreateIndex(ObjectName table, Index index)) {
      return standsOn(createdColumns, table, columns(index));
    }
    if (change instanceof Change.DropIndex(ObjectName table, Index index)) {
      return standsOn(droppedColumns, table, columns(index))
          && !(index.unique() && refuses(table, columns(index)));
    }
    if (change instanceof Change.SequenceChange sequence) {
      return hasCause(sequence);
    }
    if (change instanceof Change.UnmodelledChange unmodelled) {
      return isOfOtherColumn(unmodelled.object());
    }
    return tellsOnlyReplicaIdentity(change)
        && otherReplicaIdentities.contains(change.address().object());
  }

  /** A NOT NULL that is not valid, say: that the column has one is told already. */
  private boolean isOfOtherColumn(UnmodelledObject object) {
    Stream<ColumnAddress> nullable =
        alteredColumns.entrySet().stream()
            .filter(column -> column.getValue().contains(Attribute.COLUMN_NULLABILITY))
            .map(Map.Entry::getKey);
    return object.kind().startsWith(NOT_NULL)
        && (Stream.concat(nullable, droppedColumns.stream())
                .map(column -> partOf(column.table(), column.column()))
                .anyMatch(object.name()::equals)
            || droppedTables.stream()
                .map(table -> partOf(table, "").toString())
                .anyMatch(object.name().toString()::startsWith));
  }

  private static ObjectName partOf(ObjectName table, String column) {
    return new ObjectName(table.namespace(), table.name() + "." + column);
  }

  private static boolean tellsOnlyReplicaIdentity(Change change) {
    if (change instanceof Change.AlterIndex alter) {
      return alter.differences().stream()
          .allMatch(d -> d.attribute() == Attribute.INDEX_REPLICA_IDENTITY);
    }
    return change instanceof Change.AlterConstraint alter
        && alter.differences().stream().allMatch(d -> OF_INDEX.contains(d.attribute()))
        && besideIdentity(alter.from()).equals(besideIdentity(alter.to()));
  }

  private static Optional<ConstraintIndex> besideIdentity(Constraint constraint) {
    return ConstraintComparison.indexOf(constraint)
        .map(it ->
            new ConstraintIndex(it.state(), it.tablespace(), it.clustered(), false, it.comment()));
  }

  private boolean isInNewOrGoneNamespace(Change change) {
    ObjectAddress address = change.address();
    boolean namespace = change instanceof Change.NamespaceChange;
    boolean extension = change instanceof Change.ExtensionChange;
    String name = address.object().namespace();
    return !namespace
        && !extension
        && (createdNamespaces.contains(name) || droppedNamespaces.contains(name));
  }

  /** What a column does when nothing is said tells about its sequence too. */
  private boolean hasCause(Change.SequenceChange change) {
    return switch (change) {
      case Change.CreateSequence create -> isOfOtherColumn(create.sequence());
      case Change.DropSequence drop -> isOfOtherColumn(drop.sequence());
      case Change.RenameSequence ignored -> false;
      case Change.AlterSequence alter -> {
        boolean type =
            alter.differences().stream().allMatch(d -> d.attribute() == Attribute.SEQUENCE_TYPE);
        boolean retyped =
            alter
                .to()
                .ownedBy()
                .map(alteredColumns::get)
                .map(attributes -> attributes.contains(Attribute.COLUMN_TYPE))
                .orElse(false);
        yield (type && retyped) || isOwnedByMissing(alter);
      }
    };
  }

  /** What is missing cannot own it. */
  private boolean isOwnedByMissing(Change.AlterSequence alter) {
    boolean owner =
        alter.differences().stream().allMatch(d -> d.attribute() == Attribute.SEQUENCE_OWNED_BY);
    return owner
        && alter
            .to()
            .ownedBy()
            .filter(it -> createdTables.contains(it.table()) || createdColumns.contains(it))
            .isPresent();
  }

  private boolean isOfOtherColumn(Sequence sequence) {
    return sequence
        .ownedBy()
        .map(owner ->
            alteredColumns.containsKey(owner)
                || createdColumns.contains(owner)
                || droppedColumns.contains(owner)
                || createdTables.contains(owner.table())
                || droppedTables.contains(owner.table()))
        .orElse(false);
  }

  /**
   * Whether each row that says nothing of a column has the same value there, so that a key refuses
   * some. NULL is never refused.
   */
  private boolean refuses(ObjectName table, Collection<String> columns) {
    return columns.stream()
        .map(column -> new ColumnAddress(table, column))
        .filter(droppedColumns::contains)
        .allMatch(constantColumns::contains);
  }

  private static boolean standsOn(
      Set<ColumnAddress> causes, ObjectName table, Collection<String> columns) {
    return columns.stream().anyMatch(c -> causes.contains(new ColumnAddress(table, c)));
  }

  private static List<String> columns(Index index) {
    List<String> columns = new ArrayList<>(index.include());
    for (IndexKey key : index.keys()) {
      if (key instanceof IndexKey.OfColumn of) {
        columns.add(of.column());
      }
    }
    return columns;
  }

  private static List<String> columns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.columns();
      case Constraint.Unique unique -> unique.columns();
      case Constraint.ForeignKey key -> key.columns();
      case Constraint.Check ignored -> List.of();
      case Constraint.Exclusion ignored -> List.of();
    };
  }

  private static Optional<ObjectName> target(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? Optional.of(key.target())
        : Optional.empty();
  }

  private static List<ColumnAddress> targetColumns(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? key.targetColumns().stream().map(c -> new ColumnAddress(key.target(), c)).toList()
        : List.of();
  }
}
