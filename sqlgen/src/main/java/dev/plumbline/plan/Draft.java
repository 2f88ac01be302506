package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.expression.Mentions;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A step before it has its place: what it makes, takes away and relies on. Filled by the planner of
 * its kind and then only read.
 *
 * <ul>
 *   <li>What it <em>requires</em> must be made before.
 *   <li>What it <em>releases</em> may be taken away only after.
 *   <li>What a text of it <em>mentions</em> counts as required, what it <em>formerly mentions</em>
 *       as released, unless that would contradict the others.
 * </ul>
 */
final class Draft {
  private final List<Operation> operations;
  private final List<Change> causes = new ArrayList<>();
  private final Stage stage;
  private final Set<Handle> provided = new LinkedHashSet<>();
  private final Set<Handle> required = new LinkedHashSet<>();
  private final Set<Handle> removed = new LinkedHashSet<>();
  private final Set<Handle> released = new LinkedHashSet<>();
  private final List<Hazard> hazards = new ArrayList<>();
  private Mentions mentioned = Mentions.none();
  private Mentions formerlyMentioned = Mentions.none();
  private Reverse reverse = Reverse.none();
  private final List<Operation> last = new ArrayList<>();
  private Step.Transaction transaction = Step.Transaction.SHARED;
  private int position;
  private int subposition;

  private Draft(Change cause, Stage stage, List<Operation> operations) {
    this.causes.add(cause);
    this.stage = stage;
    this.operations = operations;
  }

  static Draft of(Change cause, Stage stage, Operation... operations) {
    return new Draft(cause, stage, List.of(operations));
  }

  static Draft of(Change cause, Stage stage, List<Operation> operations) {
    return new Draft(cause, stage, List.copyOf(operations));
  }

  /** Its place among those of its stage: the table, and where in the table. */
  Draft at(int newPosition, int newSubposition) {
    position = newPosition;
    subposition = newSubposition;
    return this;
  }

  Draft provides(Handle... handles) {
    provided.addAll(Arrays.asList(handles));
    return this;
  }

  Draft provides(Collection<Handle> handles) {
    provided.addAll(handles);
    return this;
  }

  Draft requires(Handle... handles) {
    required.addAll(Arrays.asList(handles));
    return this;
  }

  Draft requires(Collection<Handle> handles) {
    required.addAll(handles);
    return this;
  }

  Draft removes(Handle... handles) {
    removed.addAll(Arrays.asList(handles));
    return this;
  }

  Draft removes(Collection<Handle> handles) {
    removed.addAll(handles);
    return this;
  }

  Draft releases(Handle... handles) {
    released.addAll(Arrays.asList(handles));
    return this;
  }

  Draft releases(Collection<Handle> handles) {
    released.addAll(handles);
    return this;
  }

  /** A text of what comes to be. */
  Draft mentions(String sql) {
    mentioned = mentioned.and(Mentions.of(sql));
    return this;
  }

  /** A text of what comes to be and in which the columns of this table stand bare. */
  Draft mentions(ObjectName table, String sql) {
    mentioned = mentioned.and(table);
    return mentions(sql);
  }

  /** A text of what goes. */
  Draft formerlyMentions(String sql) {
    formerlyMentioned = formerlyMentioned.and(Mentions.of(sql));
    return this;
  }

  /** A text of what goes and in which the columns of this table stand bare. */
  Draft formerlyMentions(ObjectName table, String sql) {
    formerlyMentioned = formerlyMentioned.and(table);
    return formerlyMentions(sql);
  }

  Draft hazard(Hazard.Kind kind, String message) {
    hazards.add(new Hazard(kind, causes.getFirst().address(), message));
    return this;
  }

  Draft reverse(Reverse newReverse) {
    reverse = newReverse;
    return this;
  }

  /** What the way back does when everything else is taken back. */
  Draft last(Operation operation) {
    last.add(operation);
    return this;
  }

  Draft transaction(Step.Transaction newTransaction) {
    transaction = newTransaction;
    return this;
  }

  /** The same step with other operations and with the handles, causes and hazards of these too. */
  Draft merged(List<Operation> newOperations, List<Draft> others) {
    var merged = new Draft(causes.getFirst(), stage, newOperations);
    merged.at(position, subposition).transaction(transaction);
    var reverses = new ArrayList<Operation>();
    boolean restoresData = true;
    merged.causes.clear();
    for (Draft other : others) {
      other.causes.stream()
          .filter(cause -> !merged.causes.contains(cause))
          .forEach(merged.causes::add);
      merged.provides(other.provided).requires(other.required);
      merged.removes(other.removed).releases(other.released);
      merged.mentioned = merged.mentioned.and(other.mentioned);
      merged.formerlyMentioned = merged.formerlyMentioned.and(other.formerlyMentioned);
      merged.hazards.addAll(other.hazards);
      reverses.addAll(0, other.reverse.operations());
      merged.last.addAll(other.last);
      restoresData &= other.reverse.restoresData();
    }
    return merged.reverse(new Reverse(reverses, restoresData));
  }

  /** The same step with another operation. */
  Draft copy(Operation operation) {
    return merged(List.of(operation), List.of(this));
  }

  /** What takes it back. */
  List<Operation> reverseOperations() {
    return reverse.operations();
  }

  /** The same way back with other operations, each on its own. */
  Draft reverseApart(List<Operation> operations) {
    return reverse(new Reverse(operations, reverse.restoresData(), true));
  }

  /** The same way back with other operations. */
  Draft reverseOperations(List<Operation> operations) {
    reverse = reverse.with(operations);
    return this;
  }

  /** Whether it may share a transaction with the steps around it. */
  boolean isShared() {
    return transaction == Step.Transaction.SHARED;
  }

  /** The first step is taken back last, and with it what has to wait for everything else. */
  static List<Step> toSteps(List<Draft> ordered, Planning planning) {
    List<Operation> last = ordered.stream().flatMap(draft -> draft.last.stream()).toList();
    if (!last.isEmpty()) {
      Draft first = ordered.getFirst();
      var operations = new ArrayList<Operation>(first.reverse.operations());
      operations.addAll(last);
      first.reverse(first.reverse.with(operations));
    }
    var footprints = new Footprints(planning);
    var locks = new LongLocks(planning);
    return ordered.stream().map(draft -> draft.toStep(footprints, locks)).toList();
  }

  private Step toStep(Footprints footprints, LongLocks locks) {
    Footprint footprint = footprints.of(operations);
    var all = new ArrayList<Hazard>(hazards);
    all.addAll(locks.of(operations, footprint));
    return new Step(operations, causes, reverse, transaction, footprint, all);
  }

  List<Operation> operations() {
    return operations;
  }

  Change cause() {
    return causes.getFirst();
  }

  Stage stage() {
    return stage;
  }

  int position() {
    return position;
  }

  int subposition() {
    return subposition;
  }

  Set<Handle> provided() {
    return provided;
  }

  Set<Handle> required() {
    return required;
  }

  Set<Handle> removed() {
    return removed;
  }

  Set<Handle> released() {
    return released;
  }

  Mentions mentioned() {
    return mentioned;
  }

  Mentions formerlyMentioned() {
    return formerlyMentioned;
  }
}
