package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import java.util.Set;

/**
 * The step that something follows: a comment follows the object that it belongs to.
 *
 * @param stage its stage
 * @param position its place in the stage
 * @param subposition its place among those of one table
 * @param handles what it made, or what has to be there
 */
record Anchor(Stage stage, int position, int subposition, Set<Handle> handles) {
  static Anchor of(Stage stage, Handle handle) {
    return new Anchor(stage, 0, 0, Set.of(handle));
  }

  static Anchor of(Stage stage, int position, int subposition, Handle handle) {
    return new Anchor(stage, position, subposition, Set.of(handle));
  }

  /** A step that another operation takes back. */
  Draft draft(Change cause, Operation operation, Operation back) {
    return draft(cause, operation).reverse(Reverse.of(back));
  }

  Draft draft(Change cause, Operation operation) {
    return Draft.of(cause, stage, operation).at(position, subposition).requires(handles);
  }
}
