package dev.plumbline.report;

/** The words of a report. */
public enum Vocabulary {
  /** Of a change that shall be made. */
  CHANGE("add", "drop", "alter", "to", "from", "different", "no differences"),
  /** Of a database that shall be what the schema says. */
  DRIFT("missing", "unmanaged", "changed", "expected", "actual", "drift", "in sync");

  private final String missing;
  private final String extra;
  private final String changed;
  private final String expected;
  private final String actual;
  private final String different;
  private final String same;

  Vocabulary(
      String missing,
      String extra,
      String changed,
      String expected,
      String actual,
      String different,
      String same) {
    this.missing = missing;
    this.extra = extra;
    this.changed = changed;
    this.expected = expected;
    this.actual = actual;
    this.different = different;
    this.same = same;
  }

  String missing() {
    return missing;
  }

  String extra() {
    return extra;
  }

  String changed() {
    return changed;
  }

  String expected() {
    return expected;
  }

  String actual() {
    return actual;
  }

  String different() {
    return different;
  }

  String same() {
    return same;
  }
}
