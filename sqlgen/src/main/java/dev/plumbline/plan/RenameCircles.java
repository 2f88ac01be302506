package dev.plumbline.plan;

import dev.plumbline.plan.Handle.Kind;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes that take each other's names, those of two keys whose tables changed places for example:
 * each waits for the other to give its name away. One of them has another name in between.
 */
final class RenameCircles {
  private final Map<Handle, Draft> renames = new HashMap<>();

  private RenameCircles(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (isRename(draft)) {
        index(draft.removed()).ifPresent(before -> renames.put(before, draft));
      }
    }
  }

  /** The drafts, in which no renames wait for each other. */
  static List<Draft> opened(List<Draft> drafts) {
    var circles = new RenameCircles(drafts);
    var opened = new ArrayList<Draft>();
    for (Draft draft : drafts) {
      if (isRename(draft) && circles.isInOne(draft)) {
        index(draft.removed()).ifPresent(circles.renames::remove);
        opened.addAll(split(draft));
      } else {
        opened.add(draft);
      }
    }
    return opened;
  }

  private static boolean isRename(Draft draft) {
    if (draft.operations().size() != 1) {
      return false;
    }
    Operation operation = draft.operations().getFirst();
    return operation instanceof IndexOperation.RenameIndex
        || operation instanceof TableOperation.RenameConstraint;
  }

  /** The name of an index among handles; a constraint without an index has none. */
  private static Optional<Handle> index(Set<Handle> handles) {
    return handles.stream().filter(handle -> handle.kind() == Kind.RELATION).findFirst();
  }

  private boolean isInOne(Draft draft) {
    Set<Draft> seen = new HashSet<>();
    Optional<Draft> next = Optional.of(draft);
    while (next.isPresent() && seen.add(next.get())) {
      next = index(next.get().provided()).map(renames::get);
    }
    return next.filter(draft::equals).isPresent();
  }

  private static List<Draft> split(Draft draft) {
    ObjectName before = name(index(draft.removed()).orElseThrow());
    ObjectName after = name(index(draft.provided()).orElseThrow());
    String spare = NameLimit.chosenByPostgres(before.name(), "", "moving");
    var between = new ObjectName(before.namespace(), spare);
    Draft away =
        Draft.of(draft.cause(), draft.stage(), new IndexOperation.RenameIndex(before, spare))
            .at(draft.position(), draft.subposition())
            .requires(draft.required())
            .removes(draft.removed())
            .provides(Handle.relation(between))
            .reverse(Reverse.of(new IndexOperation.RenameIndex(between, before.name())));
    Draft back =
        Draft.of(
                draft.cause(), draft.stage(), new IndexOperation.RenameIndex(between, after.name()))
            .at(draft.position(), draft.subposition())
            .requires(Handle.relation(between))
            .provides(draft.provided())
            .reverse(Reverse.of(new IndexOperation.RenameIndex(after, spare)));
    return List.of(away, back);
  }

  private static ObjectName name(Handle handle) {
    return new ObjectName(handle.namespace(), handle.name());
  }
}
