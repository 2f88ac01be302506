package dev.plumbline.plan;

import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import java.util.Optional;

/** An operation on a sequence. */
public sealed interface SequenceOperation extends Operation {

  /** CREATE SEQUENCE, without the column that owns it, which need not exist yet. */
  record CreateSequence(Sequence sequence) implements SequenceOperation {}

  /** DROP SEQUENCE. */
  record DropSequence(ObjectName sequence) implements SequenceOperation {}

  /** ALTER SEQUENCE … with type and all options. */
  record AlterSequence(Sequence sequence) implements SequenceOperation {}

  /** ALTER SEQUENCE … OWNED BY; empty for NONE. */
  record SetSequenceColumn(ObjectName sequence, Optional<ColumnAddress> column)
      implements SequenceOperation {}

  /** ALTER SEQUENCE … RENAME TO. */
  record RenameSequence(ObjectName sequence, String to) implements SequenceOperation {}

  /** ALTER SEQUENCE … SET SCHEMA. */
  record MoveSequence(ObjectName sequence, String namespace) implements SequenceOperation {}

  /** ALTER SEQUENCE … SET LOGGED or SET UNLOGGED (Postgres 15). */
  record SetSequencePersistence(ObjectName sequence, boolean logged) implements SequenceOperation {}

  /** SELECT setval(…), so that the sequence goes on after the greatest value of its column. */
  record SynchroniseSequence(ColumnAddress column) implements SequenceOperation {}
}
