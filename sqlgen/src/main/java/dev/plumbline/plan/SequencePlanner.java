package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans sequences. Those of serial columns come and go with their columns; the others are made
 * before the defaults that use them and get their owning column when it is there.
 */
final class SequencePlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final SerialColumns serials;
  private final Set<ObjectName> created = new HashSet<>();
  private final Set<ObjectName> renamed = new HashSet<>();

  SequencePlanner(Planning planning, AnnotationPlanner annotations, SerialColumns serials) {
    this.planning = planning;
    this.annotations = annotations;
    this.serials = serials;
  }

  void plan(Change.SequenceChange change) {
    switch (change) {
      case Change.CreateSequence create -> create(create, create.sequence());
      case Change.DropSequence drop -> drop(drop);
      case Change.RenameSequence rename ->
          new Renaming(planning).sequence(rename, rename.from().name(), rename.to().name());
      case Change.AlterSequence alter -> alter(alter);
    }
  }

  /** Makes the sequence, once, whether a change of its own or a column's default asks for it. */
  void create(Change cause, Sequence sequence) {
    if (!created.add(sequence.name())) {
      return;
    }
    if (!serials.isImplied(sequence)) {
      planning.add(
          Draft.of(cause, Stage.CREATE_SEQUENCE, new SequenceOperation.CreateSequence(sequence))
              .provides(Handle.relation(sequence.name()))
              .requires(Handle.namespace(sequence.name().namespace()))
              .reverse(Reverse.of(new SequenceOperation.DropSequence(sequence.name()))));
      sequence.ownedBy().ifPresent(column -> own(cause, sequence, column));
    }
    annotations.created(cause, target(sequence), Annotations.of(sequence), anchor(sequence));
  }

  /** Sees to it that there is such a sequence: one that its column owned before does. */
  void make(Change cause, Sequence sequence) {
    if (isTaken(sequence.name())) {
      return;
    }
    Optional<Sequence> before =
        planning.from().sequences().stream()
            .filter(it -> it.ownedBy().isPresent() && it.ownedBy().equals(sequence.ownedBy()))
            .findFirst();
    before.ifPresentOrElse(it -> named(cause, it, sequence), () -> create(cause, sequence));
  }

  private void own(Change cause, Sequence sequence, ColumnAddress column) {
    ObjectName table = column.table();
    var address = new ColumnAddress(table, column.column());
    int position = planning.position(table);
    var none = new SequenceOperation.SetSequenceColumn(sequence.name(), Optional.empty());
    planning.add(
        Draft.of(
                cause,
                Stage.ALTER_TABLE,
                new SequenceOperation.SetSequenceColumn(sequence.name(), Optional.of(address)))
            .at(position, Subposition.ALTER_TABLE)
            .requires(Handle.relation(sequence.name()), Handle.relation(table))
            .requires(Handle.column(table, column.column()))
            .reverse(Reverse.of(none)));
    if (!planning.isNewTable(table) && !planning.prisma()) {
      planning.add(
          Draft.of(cause, Stage.ALTER_TABLE, new SequenceOperation.SynchroniseSequence(address))
              .at(position, Subposition.ALTER_TABLE)
              .requires(Handle.relation(sequence.name()), Handle.column(table, column.column()))
              .requires(Handle.columnType(table, column.column()))
              .reverse(Reverse.unneeded()));
    }
  }

  private void drop(Change.DropSequence change) {
    Sequence sequence = change.sequence();
    boolean goesWithColumn = sequence.ownedBy().stream().anyMatch(this::goes);
    if (!goesWithColumn) {
      dropAlone(change, sequence);
    }
  }

  private void dropAlone(Change.DropSequence change, Sequence sequence) {
    // The next value can be found when the column is a number again.
    Map<Boolean, List<Operation>> restoring =
        planning.restoring(new Change.CreateSequence(sequence)).stream()
            .collect(
                Collectors.partitioningBy(
                    it -> it instanceof SequenceOperation.SynchroniseSequence));
    Draft draft =
        Draft.of(change, Stage.DROP_SEQUENCE, new SequenceOperation.DropSequence(sequence.name()))
            .removes(Handle.relation(sequence.name()))
            .releases(Handle.namespace(sequence.name().namespace()))
            .hazard(Hazard.Kind.DATA_LOSS, "The last value of the sequence is lost.")
            .reverse(Reverse.structureOnly(restoring.getOrDefault(false, List.of())));
    restoring.getOrDefault(true, List.of()).forEach(draft::last);
    planning.add(draft);
  }

  private void alter(Change.AlterSequence change) {
    Sequence from = change.from();
    if (ownerGoes(from) && serials.isImplied(change.to())) {
      // The old one goes with its column, the new one comes with another.
      Sequence to = change.to();
      annotations.created(change, target(to), Annotations.of(to), anchor(to));
      return;
    }
    Sequence to = named(change, from, change.to());
    boolean options = differs(change, Attribute.SEQUENCE_TYPE);
    if (options || differs(change, Attribute.SEQUENCE_OPTIONS)) {
      step(change, to, new SequenceOperation.AlterSequence(to))
          .reverse(Reverse.of(new SequenceOperation.AlterSequence(from.named(to.name()))));
    }
    if (differs(change, Attribute.SEQUENCE_PERSISTENCE)) {
      boolean logged = to.persistence() == Persistence.PERMANENT;
      step(change, to, new SequenceOperation.SetSequencePersistence(to.name(), logged))
          .reverse(Reverse.of(new SequenceOperation.SetSequencePersistence(to.name(), !logged)));
    }
    if (differs(change, Attribute.SEQUENCE_OWNED_BY)) {
      owner(change, to);
    }
    annotations.altered(
        change,
        target(to),
        change.differences(),
        Annotations.of(from),
        Annotations.of(to),
        anchor(to));
  }

  /**
   * A sequence that counts for a column is known by the column. Somebody may have given it another
   * name, or another namespace, in which no column can own it: it gets back what it was called,
   * unless another has that name.
   */
  Sequence named(Change cause, Sequence from, Sequence to) {
    ObjectName before = besideOwner(from);
    ObjectName wanted = to.name();
    ObjectName after = isTaken(wanted) ? new ObjectName(wanted.namespace(), before.name()) : wanted;
    if (!before.equals(after) && renamed.add(after)) {
      new Renaming(planning).sequence(cause, before, after);
    }
    return to.named(after);
  }

  /** It has followed the table of its column into another namespace. */
  private static ObjectName besideOwner(Sequence sequence) {
    ObjectName name = sequence.name();
    return sequence
        .ownedBy()
        .map(column -> new ObjectName(column.table().namespace(), name.name()))
        .orElse(name);
  }

  private boolean isTaken(ObjectName name) {
    return planning.from().sequences().stream().map(Sequence::name).anyMatch(name::equals);
  }

  private boolean ownerGoes(Sequence sequence) {
    return sequence.ownedBy().stream().anyMatch(this::goes);
  }

  private boolean goes(ColumnAddress column) {
    return planning.isDroppedColumn(column.table(), column.column())
        || planning.isRecreated(column);
  }

  private void owner(Change.AlterSequence change, Sequence to) {
    ObjectName name = to.name();
    Optional<ColumnAddress> after = to.ownedBy();
    boolean released = after.isPresent() && ownerGoes(change.from());
    if (released) {
      release(change, name);
    }
    Optional<ColumnAddress> before = released ? Optional.empty() : change.from().ownedBy();
    Draft draft =
        step(change, to, new SequenceOperation.SetSequenceColumn(name, after))
            .reverse(Reverse.of(new SequenceOperation.SetSequenceColumn(name, before)));
    after.ifPresent(column ->
        draft.requires(
            Handle.relation(column.table()), Handle.column(column.table(), column.column())));
    if (after.isEmpty()) {
      releases(draft, change.from());
    }
  }

  /** Otherwise the sequence would go with the column that owned it. */
  private void release(Change.AlterSequence change, ObjectName name) {
    var none = new SequenceOperation.SetSequenceColumn(name, Optional.empty());
    var back = new SequenceOperation.SetSequenceColumn(name, change.from().ownedBy());
    Draft draft = Draft.of(change, Stage.RENAME, none).requires(Handle.relation(name));
    releases(planning.add(draft.reverse(Reverse.of(back))), change.from());
  }

  private static void releases(Draft draft, Sequence sequence) {
    sequence
        .ownedBy()
        .ifPresent(column ->
            draft.releases(
                Handle.relation(column.table()), Handle.column(column.table(), column.column())));
  }

  private static boolean differs(Change.AlterSequence change, Attribute attribute) {
    return change.differences().stream().map(Difference::attribute).anyMatch(attribute::equals);
  }

  private Draft step(Change cause, Sequence sequence, Operation operation) {
    return planning.add(anchor(sequence).draft(cause, operation));
  }

  private Anchor anchor(Sequence sequence) {
    Handle handle = Handle.relation(sequence.name());
    Optional<ObjectName> table = sequence.ownedBy().map(ColumnAddress::table);
    return table.isPresent()
        ? Anchor.of(
            Stage.ALTER_TABLE, planning.position(table.get()), Subposition.ALTER_TABLE, handle)
        : Anchor.of(Stage.CREATE_SEQUENCE, handle);
  }

  private static Target target(Sequence sequence) {
    return Target.of(Form.SEQUENCE, ObjectKind.SEQUENCE, sequence.name());
  }
}
