package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.Optional;

/**
 * The words for the start of the transaction, which are one moment in several types. Postgres
 * computes {@code now()} and {@code CURRENT_TIMESTAMP} alike, and LOCALTIMESTAMP and CURRENT_DATE
 * by casting that moment in the zone of the session ({@code timestamp.c}, {@code date.c}).
 */
final class SessionTimes {
  private static final SqlNode NOW = new SqlNode.SessionValue("current_timestamp", "");

  private SessionTimes() {}

  static Optional<ColumnType> type(String word) {
    return switch (word) {
      case "current_timestamp" -> Optional.of(ColumnType.BuiltIn.of("timestamptz"));
      case "localtimestamp" -> Optional.of(ColumnType.BuiltIn.of("timestamp"));
      case "current_date" -> Optional.of(ColumnType.BuiltIn.of("date"));
      case "current_time" -> Optional.of(ColumnType.BuiltIn.of("timetz"));
      case "localtime" -> Optional.of(ColumnType.BuiltIn.of("time"));
      default -> Optional.of(ColumnType.BuiltIn.of("name"));
    };
  }

  /** {@code now()} and {@code transaction_timestamp()} are CURRENT_TIMESTAMP. */
  static Optional<SqlNode> call(String name) {
    return name.equals("now") || name.equals("transaction_timestamp")
        ? Optional.of(NOW)
        : Optional.empty();
  }

  /** Full precision is what is taken when none is written. */
  static SqlNode.SessionValue value(String word, String precision) {
    return new SqlNode.SessionValue(word, precision.equals("6") ? "" : precision);
  }

  /**
   * A cast of the moment to another type of time, where that has a word of its own. Rounding to the
   * same precision twice is rounding once.
   */
  static Optional<SqlNode> cast(SqlNode value, ColumnType target) {
    if (!(value instanceof SqlNode.SessionValue(String word, String precision))
        || !(target instanceof ColumnType.BuiltIn(String name, String modifiers))) {
      return Optional.empty();
    }
    boolean moment = word.equals("current_timestamp");
    if (moment && name.equals("date") && precision.isEmpty()) {
      return Optional.of(new SqlNode.SessionValue("current_date", ""));
    }
    boolean same = moment ? name.equals("timestamptz") : name.equals(nameOf(word));
    boolean local = moment && name.equals("timestamp");
    if (!same && !local) {
      return Optional.empty();
    }
    String rounding = modifiers.equals("6") ? "" : modifiers;
    if (!precision.isEmpty() && !rounding.isEmpty() && !precision.equals(rounding)) {
      return Optional.empty();
    }
    String kept = rounding.isEmpty() ? precision : rounding;
    return Optional.of(new SqlNode.SessionValue(local ? "localtimestamp" : word, kept));
  }

  private static String nameOf(String word) {
    return type(word)
        .map(t -> t instanceof ColumnType.BuiltIn(String name, String modifiers) ? name : "")
        .orElse("");
  }
}
