package dev.plumbline.diff;

import static dev.plumbline.diff.DriftSeverity.BREAKING;
import static dev.plumbline.diff.DriftSeverity.COSMETIC;
import static dev.plumbline.diff.DriftSeverity.PERFORMANCE;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.SequenceOptions;
import java.util.Optional;

/** The rules: how bad each kind of drift is. */
final class DriftSeverities {
  private DriftSeverities() {}

  /** What a missing object does. A query can do without an index, if it is only an index. */
  static DriftSeverity missing(Change change) {
    boolean plain =
        (change instanceof Change.CreateIndex create && !create.index().unique())
            || (change instanceof Change.DropIndex drop && !drop.index().unique());
    return plain ? PERFORMANCE : BREAKING;
  }

  /** What an object does that nobody asked for: does it refuse or change what is written? */
  static DriftSeverity extra(Change change, boolean spoken) {
    return switch (change.address().kind()) {
      case COLUMN -> column(change);
      case INDEX -> index(change, spoken);
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, TRIGGER, RULE, POLICY -> BREAKING;
      case NAMESPACE,
          EXTENSION,
          ENUM,
          DOMAIN,
          COMPOSITE_TYPE,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          ROUTINE,
          UNMODELLED ->
          COSMETIC;
    };
  }

  /** An INSERT that does not know a required column fails. */
  private static DriftSeverity column(Change change) {
    if (!(change instanceof Change.DropColumn(var table, Column column))) {
      return COSMETIC;
    }
    boolean filled =
        !(column.defaultValue() instanceof DefaultValue.None)
            || column.identity().isPresent()
            || column.generated().isPresent();
    return column.nullable() || filled ? COSMETIC : BREAKING;
  }

  /**
   * An index costs each write; a unique one refuses some. A plain one of which the schema does not
   * speak is the same as one that it wants, and refuses nothing more.
   */
  private static DriftSeverity index(Change change, boolean spoken) {
    if (!(change instanceof Change.DropIndex(var table, Index index)) || !index.unique()) {
      return PERFORMANCE;
    }
    return spoken || !UniqueKey.of(index).isPlain() ? BREAKING : PERFORMANCE;
  }

  /** What another value of an attribute does. */
  static DriftSeverity changed(Attribute attribute, Change change) {
    return switch (attribute) {
      // Nothing that is stored or answered depends on a comment, nor on the order of columns. The
      // order of an enum's labels counts only where a query sorts by it, and Prisma's migrations
      // themselves add labels at the end wherever the schema has them.
      case NAMESPACE_COMMENT,
          EXTENSION_COMMENT,
          ENUM_COMMENT,
          ENUM_ORDER,
          DOMAIN_COMMENT,
          COMPOSITE_TYPE_COMMENT,
          SEQUENCE_COMMENT,
          SEQUENCE_OWNED_BY,
          TABLE_COMMENT,
          TABLE_TABLESPACE,
          COLUMN_STORAGE,
          COLUMN_COMPRESSION,
          COLUMN_ORDER,
          COLUMN_COMMENT,
          PRIMARY_KEY_COMMENT,
          UNIQUE_COMMENT,
          UNIQUE_FORM,
          FOREIGN_KEY_COMMENT,
          CHECK_COMMENT,
          EXCLUSION_COMMENT,
          INDEX_TABLESPACE,
          INDEX_CLUSTERED,
          INDEX_COMMENT,
          POLICY_COMMENT,
          TRIGGER_COMMENT,
          RULE_COMMENT,
          VIEW_TABLESPACE,
          VIEW_COMMENT,
          ROUTINE_COMMENT ->
          COSMETIC;

      // How fast it goes, and how much room it takes.
      case TABLE_STORAGE_PARAMETERS,
          TABLE_ACCESS_METHOD,
          TABLE_PARTITIONING,
          COLUMN_STATISTICS,
          COLUMN_OPTIONS,
          PRIMARY_KEY_INCLUDE,
          PRIMARY_KEY_STORAGE_PARAMETERS,
          UNIQUE_INCLUDE,
          UNIQUE_STORAGE_PARAMETERS,
          INDEX_METHOD,
          INDEX_DIRECTION,
          INDEX_NULLS_ORDER,
          INDEX_INCLUDE,
          INDEX_STORAGE_PARAMETERS,
          INDEX_STATISTICS,
          VIEW_ACCESS_METHOD ->
          PERFORMANCE;

      // A unique index says what may be written; any other only helps.
      case INDEX_KEYS, INDEX_COLLATION, INDEX_OPERATOR_CLASS, INDEX_PREDICATE, INDEX_STATE ->
          indexed(change);

      case PRIMARY_KEY_INDEX, UNIQUE_INDEX, EXCLUSION_INDEX -> ofConstraint(change);
      case SEQUENCE_TYPE, SEQUENCE_OPTIONS, COLUMN_IDENTITY_OPTIONS -> counting(change);
      case COLUMN_IDENTITY -> identity(change);
      case FOREIGN_KEY_COLUMNS -> references(change);
      case COLUMN_NULLABILITY -> nullability(change);

      // Rows are refused or let in, found or hidden, lost or kept; names and types do not fit.
      case NAMESPACE_OWNER,
          NAMESPACE_GRANTS,
          EXTENSION_VERSION,
          EXTENSION_NAMESPACE,
          ENUM_VALUES,
          ENUM_OWNER,
          ENUM_GRANTS,
          DOMAIN_TYPE,
          DOMAIN_NULLABILITY,
          DOMAIN_DEFAULT,
          DOMAIN_COLLATION,
          DOMAIN_CHECKS,
          DOMAIN_OWNER,
          DOMAIN_GRANTS,
          COMPOSITE_TYPE_ATTRIBUTES,
          COMPOSITE_TYPE_OWNER,
          COMPOSITE_TYPE_GRANTS,
          SEQUENCE_PERSISTENCE,
          SEQUENCE_OWNER,
          SEQUENCE_GRANTS,
          TABLE_PERSISTENCE,
          TABLE_PARTITION_OF,
          TABLE_INHERITS,
          TABLE_ROW_SECURITY,
          TABLE_REPLICA_IDENTITY,
          TABLE_DISABLED_FOREIGN_KEY_TRIGGERS,
          TABLE_OWNER,
          TABLE_GRANTS,
          COLUMN_TYPE,
          COLUMN_DEFAULT,
          COLUMN_GENERATED,
          COLUMN_COLLATION,
          PRIMARY_KEY_COLUMNS,
          PRIMARY_KEY_FORM,
          PRIMARY_KEY_WITHOUT_OVERLAPS,
          PRIMARY_KEY_DEFERRABILITY,
          UNIQUE_COLUMNS,
          UNIQUE_NULLS_DISTINCT,
          UNIQUE_WITHOUT_OVERLAPS,
          UNIQUE_DEFERRABILITY,
          FOREIGN_KEY_TARGET,
          FOREIGN_KEY_ON_DELETE,
          FOREIGN_KEY_ON_UPDATE,
          FOREIGN_KEY_SET_COLUMNS,
          FOREIGN_KEY_MATCH,
          FOREIGN_KEY_PERIOD,
          FOREIGN_KEY_DEFERRABILITY,
          FOREIGN_KEY_VALIDITY,
          CHECK_EXPRESSION,
          CHECK_NO_INHERIT,
          CHECK_VALIDITY,
          EXCLUSION_DEFINITION,
          EXCLUSION_DEFERRABILITY,
          INDEX_UNIQUE,
          INDEX_NULLS_DISTINCT,
          INDEX_REPLICA_IDENTITY,
          POLICY_PERMISSIVE,
          POLICY_COMMAND,
          POLICY_ROLES,
          POLICY_USING,
          POLICY_WITH_CHECK,
          TRIGGER_DEFINITION,
          TRIGGER_STATE,
          RULE_DEFINITION,
          RULE_STATE,
          VIEW_DEFINITION,
          VIEW_OPTIONS,
          VIEW_POPULATED,
          VIEW_COLUMNS,
          VIEW_OWNER,
          VIEW_GRANTS,
          ROUTINE_DEFINITION,
          ROUTINE_KIND,
          ROUTINE_OWNER,
          ROUTINE_GRANTS ->
          BREAKING;
    };
  }

  private static DriftSeverity indexed(Change change) {
    boolean unique =
        change instanceof Change.AlterIndex alter && (alter.from().unique() || alter.to().unique());
    return unique ? BREAKING : PERFORMANCE;
  }

  /** A key is not held while its index is not valid; where that lies, nobody would notice. */
  private static DriftSeverity ofConstraint(Change change) {
    Optional<ConstraintIndex> index =
        change instanceof Change.AlterConstraint alter
            ? ConstraintComparison.indexOf(alter.from())
            : Optional.empty();
    return index.filter(it -> it.state() == Index.State.VALID && !it.replicaIdentity()).isPresent()
        ? COSMETIC
        : BREAKING;
  }

  private static DriftSeverity references(Change change) {
    boolean rearranged =
        change instanceof Change.AlterConstraint alter
            && alter.from() instanceof ForeignKey from
            && alter.to() instanceof ForeignKey to
            && ConstraintComparison.isRearranged(from, to);
    return rearranged ? COSMETIC : BREAKING;
  }

  /** A sequence that ends too soon, or begins again, makes an INSERT fail one day. */
  private static DriftSeverity counting(Change change) {
    if (change instanceof Change.AlterSequence alter) {
      return counting(alter.from().options(), alter.to().options());
    }
    if (change instanceof Change.AlterColumn alter
        && alter.from().identity().isPresent()
        && alter.to().identity().isPresent()) {
      return counting(
          alter.from().identity().get().options(), alter.to().identity().get().options());
    }
    return COSMETIC;
  }

  private static DriftSeverity counting(SequenceOptions there, SequenceOptions wanted) {
    boolean fails = there.maximum() < wanted.maximum() || (there.cycle() && !wanted.cycle());
    boolean backwards = there.increment() < 0 != wanted.increment() < 0;
    return fails || backwards ? BREAKING : COSMETIC;
  }

  /**
   * A column that counts by itself BY DEFAULT is as good as a serial one. ALWAYS refuses values
   * that an application brings.
   */
  private static DriftSeverity identity(Change change) {
    if (!(change instanceof Change.AlterColumn alter)) {
      return BREAKING;
    }
    return counts(alter.from()) && counts(alter.to()) ? COSMETIC : BREAKING;
  }

  /** A Prisma schema cannot say NOT NULL of a list: the database may, and no schema could agree. */
  private static DriftSeverity nullability(Change change) {
    return change instanceof Change.AlterColumn alter
            && alter.to().nullable()
            && alter.to().type().canonical() instanceof ColumnType.Array
        ? COSMETIC
        : BREAKING;
  }

  private static boolean counts(Column column) {
    boolean byDefault = column.identity().map(identity -> !identity.always()).orElse(false);
    return byDefault || column.defaultValue() instanceof DefaultValue.OwnedSequence;
  }
}
