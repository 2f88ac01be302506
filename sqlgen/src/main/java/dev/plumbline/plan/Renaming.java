package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Plans another name, another namespace, or both. What depends on an object follows it: Postgres
 * knows objects by number and not by name.
 */
final class Renaming {
  private final Planning planning;

  Renaming(Planning planning) {
    this.planning = planning;
  }

  void type(Change cause, ObjectName from, ObjectName to) {
    rename(cause, from, to, TypeOperation.RenameType::new, TypeOperation.MoveType::new)
        .removes(Handle.type(from))
        .provides(Handle.type(to));
  }

  void sequence(Change cause, ObjectName from, ObjectName to) {
    relation(
        cause,
        from,
        to,
        SequenceOperation.RenameSequence::new,
        SequenceOperation.MoveSequence::new);
  }

  void table(Change cause, ObjectName from, ObjectName to) {
    relation(cause, from, to, TableOperation.RenameTable::new, TableOperation.MoveTable::new);
  }

  void view(Change cause, ObjectName from, ObjectName to, boolean materialized) {
    relation(
        cause,
        from,
        to,
        (name, newName) -> new ViewOperation.RenameView(name, materialized, newName),
        (name, namespace) -> new ViewOperation.MoveView(name, materialized, namespace));
  }

  private void relation(
      Change cause,
      ObjectName from,
      ObjectName to,
      BiFunction<ObjectName, String, Operation> rename,
      BiFunction<ObjectName, String, Operation> move) {
    rename(cause, from, to, rename, move)
        .removes(Handle.relation(from))
        .provides(Handle.relation(to));
  }

  private Draft rename(
      Change cause,
      ObjectName from,
      ObjectName to,
      BiFunction<ObjectName, String, Operation> rename,
      BiFunction<ObjectName, String, Operation> move) {
    var operations = path(from, to, rename, move);
    var back = path(to, from, rename, move);
    return planning.add(
        Draft.of(cause, Stage.RENAME, operations)
            .at(planning.position(to), 0)
            .requires(Handle.namespace(to.namespace()))
            .releases(Handle.namespace(from.namespace()))
            .reverse(Reverse.of(back.toArray(Operation[]::new))));
  }

  private static List<Operation> path(
      ObjectName from,
      ObjectName to,
      BiFunction<ObjectName, String, Operation> rename,
      BiFunction<ObjectName, String, Operation> move) {
    var operations = new ArrayList<Operation>();
    ObjectName at = from;
    if (!at.namespace().equals(to.namespace())) {
      operations.add(move.apply(at, to.namespace()));
      at = new ObjectName(to.namespace(), at.name());
    }
    if (!at.name().equals(to.name())) {
      operations.add(rename.apply(at, to.name()));
    }
    return operations;
  }
}
