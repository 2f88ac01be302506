package dev.plumbline.plan;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.FiringState;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One action of an ALTER TABLE. */
public sealed interface TableAction {

  /** ADD COLUMN. */
  record AddColumn(TableOperation.NewColumn added) implements TableAction {}

  /** DROP COLUMN. */
  record DropColumn(String column) implements TableAction {}

  /**
   * ALTER COLUMN … SET DATA TYPE.
   *
   * @param column the column
   * @param type its new type
   * @param collation its new collation, when it is not the type's own
   * @param conversion how its values become values of the new type, when not by themselves
   */
  record SetColumnType(
      String column,
      ColumnType type,
      Optional<ObjectName> collation,
      Optional<Conversion> conversion)
      implements TableAction {}

  /** ALTER COLUMN … SET DEFAULT. */
  record SetDefault(String column, DefaultValue value, ColumnType type) implements TableAction {}

  /** ALTER COLUMN … DROP DEFAULT. */
  record DropDefault(String column) implements TableAction {}

  /**
   * ALTER COLUMN … SET NOT NULL.
   *
   * @param column the column
   * @param proven whether a valid check says the same already, so that no row has to be read
   */
  record SetNotNull(String column, boolean proven) implements TableAction {
    /** Postgres reads all rows. */
    public SetNotNull(String column) {
      this(column, false);
    }
  }

  /** ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID, the proof for SET NOT NULL. */
  record AddNotNullCheck(String constraint, String column) implements TableAction {}

  /** DROP CONSTRAINT, of such a check. */
  record DropNotNullCheck(String constraint) implements TableAction {}

  /** ALTER COLUMN … DROP NOT NULL. */
  record DropNotNull(String column) implements TableAction {}

  /** ALTER COLUMN … ADD GENERATED … AS IDENTITY. */
  record AddIdentity(String column, Column.Identity identity, ColumnType type)
      implements TableAction {}

  /** ALTER COLUMN … SET GENERATED …. */
  record SetIdentityKind(String column, boolean always) implements TableAction {}

  /** ALTER COLUMN … with all options of the hidden sequence. */
  record SetIdentityOptions(String column, SequenceOptions options) implements TableAction {}

  /** ALTER COLUMN … DROP IDENTITY. */
  record DropIdentity(String column) implements TableAction {}

  /** ALTER COLUMN … SET EXPRESSION AS (Postgres 17). */
  record SetGenerated(String column, SqlExpression expression) implements TableAction {}

  /** ALTER COLUMN … DROP EXPRESSION: the values stay. */
  record DropGenerated(String column) implements TableAction {}

  /** ALTER COLUMN … SET STATISTICS; -1 for the default. */
  record SetStatistics(String column, int target) implements TableAction {}

  /** ALTER COLUMN … SET (options). */
  record SetColumnOptions(String column, Map<String, String> options) implements TableAction {}

  /** ALTER COLUMN … RESET (options). */
  record ResetColumnOptions(String column, List<String> options) implements TableAction {
    /** Copies the list. */
    public ResetColumnOptions {
      options = List.copyOf(options);
    }
  }

  /** ALTER COLUMN … SET STORAGE. */
  record SetStorage(String column, String storage) implements TableAction {}

  /** ALTER COLUMN … SET COMPRESSION. */
  record SetCompression(String column, String compression) implements TableAction {}

  /** ADD CONSTRAINT. */
  record AddConstraint(Constraint constraint) implements TableAction {}

  /**
   * ADD CONSTRAINT … USING INDEX, for a key whose index is there and gets the constraint's name.
   *
   * @param constraint the primary key or unique constraint
   * @param index the index
   */
  record AddConstraintUsingIndex(Constraint constraint, String index) implements TableAction {}

  /** DROP CONSTRAINT. */
  record DropConstraint(Constraint constraint) implements TableAction {}

  /** VALIDATE CONSTRAINT. */
  record ValidateConstraint(String constraint) implements TableAction {}

  /** ALTER CONSTRAINT, which exists for the deferrability of foreign keys alone. */
  record SetDeferrability(String constraint, Constraint.Deferrability deferrability)
      implements TableAction {}

  /** SET LOGGED or SET UNLOGGED. */
  record SetPersistence(boolean logged) implements TableAction {}

  /** SET (storage parameters). */
  record SetParameters(Map<String, String> parameters) implements TableAction {}

  /** RESET (storage parameters). */
  record ResetParameters(List<String> parameters) implements TableAction {
    /** Copies the list. */
    public ResetParameters {
      parameters = List.copyOf(parameters);
    }
  }

  /** SET ACCESS METHOD (Postgres 15). */
  record SetAccessMethod(String method) implements TableAction {}

  /** SET TABLESPACE. */
  record SetTablespace(String tablespace) implements TableAction {}

  /** ENABLE or DISABLE ROW LEVEL SECURITY. */
  record SetRowSecurity(boolean enabled) implements TableAction {}

  /** FORCE or NO FORCE ROW LEVEL SECURITY. */
  record SetForcedRowSecurity(boolean forced) implements TableAction {}

  /**
   * REPLICA IDENTITY.
   *
   * @param identity DEFAULT, FULL, NOTHING or INDEX
   * @param index the index, for INDEX
   */
  record SetReplicaIdentity(
      dev.plumbline.schema.Table.ReplicaIdentity identity, Optional<String> index)
      implements TableAction {}

  /** CLUSTER ON. */
  record ClusterOn(String index) implements TableAction {}

  /** SET WITHOUT CLUSTER. */
  record SetWithoutCluster() implements TableAction {}

  /** ENABLE, DISABLE, ENABLE REPLICA or ENABLE ALWAYS TRIGGER. */
  record SetTriggerState(String trigger, FiringState state) implements TableAction {}

  /** ENABLE or DISABLE TRIGGER ALL, the hidden ones of foreign keys included. */
  record SetAllTriggers(boolean enabled) implements TableAction {}

  /** ENABLE, DISABLE, ENABLE REPLICA or ENABLE ALWAYS RULE. */
  record SetRuleState(String rule, FiringState state) implements TableAction {}

  /** ATTACH PARTITION. */
  record AttachPartition(ObjectName partition, SqlExpression bound) implements TableAction {}

  /** DETACH PARTITION. */
  record DetachPartition(ObjectName partition) implements TableAction {}

  /** INHERIT. */
  record Inherit(ObjectName parent) implements TableAction {}

  /** NO INHERIT. */
  record StopInheriting(ObjectName parent) implements TableAction {}
}
