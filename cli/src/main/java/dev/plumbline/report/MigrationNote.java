package dev.plumbline.report;

/**
 * Something in which the migrations of a project disagree with its database or its schema. It
 * always counts.
 *
 * @param kind a stable dotted code: {@code migration.pending}
 * @param subject the migration, or the object of which none speaks
 * @param sentence what is wrong
 * @param remedy what to do about it
 */
public record MigrationNote(String kind, String subject, String sentence, String remedy) {
  /** The note in one line. */
  String line() {
    return Paint.printable(sentence + " " + remedy);
  }
}
