package dev.plumbline.sql;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;

/** The options of sequences and identity columns as SQL. */
final class SequenceSpelling {
  private SequenceSpelling() {}

  /** Those options that differ from what Postgres takes by itself; empty when none does. */
  static String unusual(SequenceOptions options, ColumnType type) {
    SequenceOptions usual = usual(options.increment() > 0, type);
    var words = new ArrayList<String>();
    // What counts down must say so; only then are the other options the usual ones.
    if (options.increment() != 1) {
      words.add("INCREMENT BY " + options.increment());
    }
    if (options.minimum() != usual.minimum()) {
      words.add("MINVALUE " + options.minimum());
    }
    if (options.maximum() != usual.maximum()) {
      words.add("MAXVALUE " + options.maximum());
    }
    // Postgres starts at the bound that it counts away from.
    long start = options.increment() > 0 ? options.minimum() : options.maximum();
    if (options.start() != start) {
      words.add("START WITH " + options.start());
    }
    if (options.cache() != usual.cache()) {
      words.add("CACHE " + options.cache());
    }
    if (options.cycle()) {
      words.add("CYCLE");
    }
    return String.join(" ", words);
  }

  /** All options, each one clause. */
  static List<String> all(SequenceOptions options) {
    return List.of(
        "INCREMENT BY " + options.increment(),
        "MINVALUE " + options.minimum(),
        "MAXVALUE " + options.maximum(),
        "START WITH " + options.start(),
        "CACHE " + options.cache(),
        options.cycle() ? "CYCLE" : "NO CYCLE");
  }

  private static SequenceOptions usual(boolean ascending, ColumnType type) {
    long greatest = greatest(type);
    return ascending
        ? SequenceOptions.ascending(greatest)
        : new SequenceOptions(-1, -1, -greatest - 1, -1, 1, false);
  }

  private static long greatest(ColumnType type) {
    if (type.canonical().equals(ColumnType.BuiltIn.of("int2"))) {
      return Short.MAX_VALUE;
    }
    return type.canonical().equals(ColumnType.BuiltIn.of("int4"))
        ? Integer.MAX_VALUE
        : Long.MAX_VALUE;
  }
}
