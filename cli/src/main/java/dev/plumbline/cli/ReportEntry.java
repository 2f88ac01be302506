package dev.plumbline.cli;

import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One object that two sides do not have alike.
 *
 * @param address the object
 * @param sign what is the matter with it
 * @param remark further words, such as how much it matters
 * @param details the attributes in which the sides differ
 * @param place where a text says how it shall be
 * @param statements what mends it
 */
record ReportEntry(
    ObjectAddress address,
    Sign sign,
    String remark,
    List<Detail> details,
    Optional<Span> place,
    List<String> statements) {
  /** Copies the lists. */
  ReportEntry {
    details = List.copyOf(details);
    statements = List.copyOf(statements);
  }

  /** What is the matter with an object. */
  enum Sign {
    /** The second side has it only; in a drift report, the database lacks it. */
    MISSING("missing"),
    /** The first side has it only; in a drift report, the schema does not know it. */
    EXTRA("extra"),
    /** Both have it, and differently. */
    CHANGED("changed"),
    /** Both have it, and nobody could prove that they mean the same. */
    UNPROVEN("unproven"),
    /** It has another name. */
    RENAMED("renamed"),
    /** The second side has it only. */
    ADD("add"),
    /** The first side has it only. */
    DROP("drop"),
    /** Both have it, and differently. */
    ALTER("alter");

    private final String word;

    Sign(String word) {
      this.word = word;
    }

    /** The word for people. */
    String word() {
      return word;
    }
  }

  /**
   * One attribute.
   *
   * @param attribute its name
   * @param before how the first side has it; empty when it has none
   * @param after how the second side has it; empty when it has none
   */
  record Detail(String attribute, String before, String after) {}

  /** The object that a report puts it under: the table of a part, or the object itself. */
  ObjectName group() {
    return address.object();
  }

  /** The object in words: {@code index orders_status_idx}. */
  String subject() {
    return address.kind().word()
        + " "
        + Paint.printable(address.part().orElse(address.object().name()));
  }
}
