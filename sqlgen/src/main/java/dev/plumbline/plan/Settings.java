package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Storage parameters or options that differ.
 *
 * @param set what is new or has another value
 * @param reset what is there no more
 */
record Settings(Map<String, String> set, List<String> reset) {

  static Settings between(Map<String, String> before, Map<String, String> after) {
    var set = new TreeMap<String, String>(after);
    set.entrySet().removeAll(before.entrySet());
    var reset = new ArrayList<String>(new TreeMap<String, String>(before).keySet());
    reset.removeAll(after.keySet());
    return new Settings(set, reset);
  }

  /** SET and RESET, each where it is needed. */
  private List<Operation> operations(Spelling spelling) {
    var operations = new ArrayList<Operation>();
    if (!set.isEmpty()) {
      operations.add(spelling.set().apply(set));
    }
    if (!reset.isEmpty()) {
      operations.add(spelling.reset().apply(reset));
    }
    return operations;
  }

  /** Plans what leads from the first settings to the second. */
  static void plan(
      Planning planning,
      Change cause,
      Anchor anchor,
      Map<String, String> before,
      Map<String, String> after,
      Spelling spelling) {
    Settings forth = between(before, after);
    for (Settings part : List.of(forth.onlySet(), forth.onlyReset())) {
      List<Operation> back = part.reversed(before).operations(spelling);
      part.operations(spelling)
          .forEach(it -> planning.add(anchor.draft(cause, it).reverse(Reverse.of(back))));
    }
  }

  private Settings onlySet() {
    return new Settings(set, List.of());
  }

  private Settings onlyReset() {
    return new Settings(Map.of(), reset);
  }

  /** What gives the same settings the values again that they had before. */
  private Settings reversed(Map<String, String> before) {
    var names = new TreeSet<String>(set.keySet());
    names.addAll(reset);
    var had = new TreeMap<String, String>(before);
    had.keySet().retainAll(names);
    names.removeAll(had.keySet());
    return new Settings(had, List.copyOf(names));
  }

  /**
   * The operations that set and reset the settings of one object.
   *
   * @param set SET
   * @param reset RESET
   */
  record Spelling(
      Function<Map<String, String>, Operation> set, Function<List<String>, Operation> reset) {
    /** As actions of a table. */
    static Spelling ofTable(
        Function<TableAction, Operation> table,
        Function<Map<String, String>, TableAction> set,
        Function<List<String>, TableAction> reset) {
      return new Spelling(set.andThen(table), reset.andThen(table));
    }
  }
}
