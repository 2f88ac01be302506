package dev.plumbline.diff;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs only because something else evidently has another name: the keys of an index whose
 * column was renamed, the target of a foreign key whose table was. To tell it again would hide the
 * cause.
 *
 * @param told where, and which attributes
 */
public record Consequences(Set<Told> told) {
  /** Copies the set. */
  public Consequences {
    told = Set.copyOf(told);
  }

  /** One attribute of one object. */
  public record Told(ObjectAddress object, Attribute attribute) {}

  /** Finds them, which takes a second comparison where there is a rename. */
  static Consequences of(
      SchemaDiff diff, DatabaseSchema from, DatabaseSchema to, DiffOptions options) {
    boolean possible =
        Stream.concat(diff.changes().stream(), diff.beyond().stream()).anyMatch(Consequences::goes)
            && diff.changes().stream().anyMatch(Consequences::appears);
    List<RenameCandidate> renames = possible ? EvidentRenames.of(from, to) : List.of();
    Set<Told> missing = ofMissing(diff);
    if (renames.isEmpty()) {
      return new Consequences(missing);
    }
    Set<Told> told = told(diff);
    told.removeAll(told(SchemaDiff.compared(carrier(renames).carry(from), to, options)));
    told.removeIf(it -> it.attribute() == Attribute.ENUM_VALUES);
    told.addAll(missing);
    return new Consequences(told);
  }

  /** What cannot be otherwise as long as a table or an enum is missing. */
  private static Set<Told> ofMissing(SchemaDiff diff) {
    Set<ObjectName> tables = new HashSet<>();
    Set<ObjectName> enums = new HashSet<>();
    for (Change change : diff.changes()) {
      if (change instanceof Change.CreateTable create) {
        tables.add(create.table().name());
      } else if (change instanceof Change.CreateEnum create) {
        enums.add(create.type().name());
      }
    }
    Set<Told> told = new HashSet<>();
    for (Change change : diff.changes()) {
      if (change instanceof Change.AlterConstraint alter
          && alter.to() instanceof Constraint.ForeignKey key
          && tables.contains(key.target())) {
        told.add(new Told(change.address(), Attribute.FOREIGN_KEY_TARGET));
      } else if (change instanceof Change.AlterColumn alter
          && isElsewhere(alter.from().type(), alter.to().type(), enums)) {
        told.add(new Told(change.address(), Attribute.COLUMN_TYPE));
      }
    }
    return told;
  }

  /** Whether a type has the name of a missing one, in another namespace. */
  private static boolean isElsewhere(ColumnType from, ColumnType to, Set<ObjectName> missing) {
    ColumnType one = from.canonical();
    ColumnType other = to.canonical();
    if (one instanceof ColumnType.Array of && other instanceof ColumnType.Array with) {
      return isElsewhere(of.element(), with.element(), missing);
    }
    return one instanceof ColumnType.UserDefined there
        && other instanceof ColumnType.UserDefined wanted
        && there.name().equals(wanted.name())
        && wanted
            .namespace()
            .filter(it -> missing.contains(new ObjectName(it, wanted.name())))
            .isPresent();
  }

  private static boolean goes(Change change) {
    return change instanceof Change.DropTable
        || change instanceof Change.DropColumn
        || change instanceof Change.DropEnum
        || change instanceof Change.AlterEnum;
  }

  private static boolean appears(Change change) {
    return change instanceof Change.CreateTable
        || change instanceof Change.AddColumn
        || change instanceof Change.CreateEnum
        || change instanceof Change.AlterEnum;
  }

  private static Set<Told> told(SchemaDiff diff) {
    Set<Told> told = new HashSet<>();
    Stream.concat(diff.changes().stream(), diff.beyond().stream())
        .forEach(change ->
            change
                .differences()
                .forEach(it -> told.add(new Told(change.address(), it.attribute()))));
    return told;
  }

  private static RenameCarrier carrier(List<RenameCandidate> renames) {
    Map<ObjectName, ObjectName> tables = new HashMap<>();
    Map<ObjectName, Map<String, String>> columns = new HashMap<>();
    Map<ObjectName, ObjectName> enums = new HashMap<>();
    Map<ObjectName, Map<String, String>> labels = new HashMap<>();
    for (RenameCandidate rename : renames) {
      ObjectName before = rename.from().object();
      if (rename.from().kind() == ObjectKind.TABLE) {
        tables.put(before, rename.to().object());
      } else if (rename.from().kind() == ObjectKind.COLUMN) {
        parts(columns, before).put(rename.earlierName(), rename.to().part().orElseThrow());
      } else if (rename.from().part().isPresent()) {
        parts(labels, before).put(rename.earlierName(), rename.to().part().orElseThrow());
      } else {
        enums.put(before, rename.to().object());
      }
    }
    return new RenameCarrier(tables, columns, enums, labels);
  }

  private static Map<String, String> parts(
      Map<ObjectName, Map<String, String>> renamed, ObjectName owner) {
    return renamed.computeIfAbsent(owner, ignored -> new HashMap<>());
  }

  /** Whether a difference of a change is one. */
  public boolean has(Change change, Difference difference) {
    return told.contains(new Told(change.address(), difference.attribute()));
  }
}
