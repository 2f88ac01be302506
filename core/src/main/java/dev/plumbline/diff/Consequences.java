package dev.plumbline.diff;

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
    if (renames.isEmpty()) {
      return new Consequences(Set.of());
    }
    Set<Told> told = told(diff);
    told.removeAll(told(SchemaDiff.compared(carrier(renames).carry(from), to, options)));
    told.removeIf(it -> it.attribute() == Attribute.ENUM_VALUES);
    return new Consequences(told);
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
