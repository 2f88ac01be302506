package dev.plumbline.report;

import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which two sides differ, with what a reader wants beside it.
 *
 * @param drift the difference
 * @param counts whether it makes the sides count as different
 * @param accepted why it does not count, when somebody has accepted it
 * @param cause who of schema, migrations and database is why, when that was asked
 * @param place where a text says how it shall be
 * @param near the same, or else where the text speaks of what holds it
 * @param statements what mends it; empty when another entry's statements do, or nothing shall
 */
public record ReportEntry(
    DriftEntry drift,
    boolean counts,
    Optional<String> accepted,
    Optional<String> cause,
    Optional<Span> place,
    Optional<Span> near,
    List<String> statements) {
  /** Copies the list. */
  public ReportEntry {
    statements = List.copyOf(statements);
  }

  /** The object. */
  public ObjectAddress address() {
    return drift.address();
  }

  /** The object in words: {@code index orders_status_idx}. */
  String subject() {
    String object = address().object().name();
    String name =
        address().kind() == ObjectKind.ROUTINE
            ? object + "(" + address().part().orElse("") + ")"
            : address().part().orElse(object);
    return address().kind().word() + " " + Paint.printable(name);
  }

  /** The place as {@code file:line}. */
  Optional<String> shortPlace() {
    return place.map(span -> span.file().name() + ":" + span.from().line());
  }

  /** What sort of difference it is, in a word: {@code unmanaged}, or how bad it is. */
  String sort() {
    if (accepted.isPresent()) {
      return "accepted";
    }
    return drift.verdict() == DriftVerdict.UNMANAGED ? "unmanaged" : severity();
  }

  /** How bad it is. */
  String severity() {
    return drift.severity().name().toLowerCase(Locale.ROOT);
  }

  /** The verdict in a word; a difference that is not proven says so. */
  String verdict() {
    return drift.certainty() == Certainty.UNPROVEN
        ? "unproven"
        : drift.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** How the second side has it; empty when it does not. */
  Optional<String> expected() {
    return Optional.of(drift.expected()).filter(text -> !text.isEmpty());
  }

  /** How the first side has it; empty when it does not. */
  Optional<String> actual() {
    return Optional.of(drift.actual()).filter(text -> !text.isEmpty());
  }

  /** The difference in one line: {@code missing index a_idx: expected (a), actual none}. */
  String sentence(Vocabulary words) {
    String start = "%s %s (%s, %s): ".formatted(verdict(), subject(), drift.kind(), severity());
    String wanted = words.expected() + " " + Paint.printable(expected().orElse("none"));
    String there = words.actual() + " " + Paint.printable(actual().orElse("none"));
    return start
        + switch (drift.verdict()) {
          case MISSING -> wanted;
          case UNMANAGED -> there;
          case CHANGED -> wanted + ", " + there;
        };
  }

  /** The difference in one line, and what mends it in more. */
  String advice(Vocabulary words) {
    return statements.isEmpty()
        ? sentence(words)
        : sentence(words) + "\n" + String.join("\n", statements);
  }
}
