package dev.plumbline.diff;

/**
 * What can differ in an object that both sides have. The code is stable and part of every report.
 */
public enum Attribute {
  /** {@code namespace.owner}. */
  NAMESPACE_OWNER("namespace.owner"),
  /** {@code namespace.grants}. */
  NAMESPACE_GRANTS("namespace.grants"),
  /** {@code namespace.comment}. */
  NAMESPACE_COMMENT("namespace.comment"),
  /** {@code extension.version}. */
  EXTENSION_VERSION("extension.version"),
  /** {@code extension.namespace}. */
  EXTENSION_NAMESPACE("extension.namespace"),
  /** {@code extension.comment}. */
  EXTENSION_COMMENT("extension.comment"),
  /** {@code enum.values}. */
  ENUM_VALUES("enum.values"),
  /** {@code enum.order}. */
  ENUM_ORDER("enum.order"),
  /** {@code enum.comment}. */
  ENUM_COMMENT("enum.comment"),
  /** {@code enum.owner}. */
  ENUM_OWNER("enum.owner"),
  /** {@code enum.grants}. */
  ENUM_GRANTS("enum.grants"),
  /** {@code domain.type}. */
  DOMAIN_TYPE("domain.type"),
  /** {@code domain.nullability}. */
  DOMAIN_NULLABILITY("domain.nullability"),
  /** {@code domain.default}. */
  DOMAIN_DEFAULT("domain.default"),
  /** {@code domain.collation}. */
  DOMAIN_COLLATION("domain.collation"),
  /** {@code domain.checks}. */
  DOMAIN_CHECKS("domain.checks"),
  /** {@code domain.comment}. */
  DOMAIN_COMMENT("domain.comment"),
  /** {@code domain.owner}. */
  DOMAIN_OWNER("domain.owner"),
  /** {@code domain.grants}. */
  DOMAIN_GRANTS("domain.grants"),
  /** {@code composite-type.attributes}. */
  COMPOSITE_TYPE_ATTRIBUTES("composite-type.attributes"),
  /** {@code composite-type.comment}. */
  COMPOSITE_TYPE_COMMENT("composite-type.comment"),
  /** {@code composite-type.owner}. */
  COMPOSITE_TYPE_OWNER("composite-type.owner"),
  /** {@code composite-type.grants}. */
  COMPOSITE_TYPE_GRANTS("composite-type.grants"),
  /** {@code sequence.type}. */
  SEQUENCE_TYPE("sequence.type"),
  /** {@code sequence.options}. */
  SEQUENCE_OPTIONS("sequence.options"),
  /** {@code sequence.owned-by}. */
  SEQUENCE_OWNED_BY("sequence.owned-by"),
  /** {@code sequence.persistence}. */
  SEQUENCE_PERSISTENCE("sequence.persistence"),
  /** {@code sequence.comment}. */
  SEQUENCE_COMMENT("sequence.comment"),
  /** {@code sequence.owner}. */
  SEQUENCE_OWNER("sequence.owner"),
  /** {@code sequence.grants}. */
  SEQUENCE_GRANTS("sequence.grants"),
  /** {@code table.persistence}. */
  TABLE_PERSISTENCE("table.persistence"),
  /** {@code table.partitioning}. */
  TABLE_PARTITIONING("table.partitioning"),
  /** {@code table.partition-of}. */
  TABLE_PARTITION_OF("table.partition-of"),
  /** {@code table.inherits}. */
  TABLE_INHERITS("table.inherits"),
  /** {@code table.storage-parameters}. */
  TABLE_STORAGE_PARAMETERS("table.storage-parameters"),
  /** {@code table.access-method}. */
  TABLE_ACCESS_METHOD("table.access-method"),
  /** {@code table.tablespace}. */
  TABLE_TABLESPACE("table.tablespace"),
  /** {@code table.row-security}. */
  TABLE_ROW_SECURITY("table.row-security"),
  /** {@code table.replica-identity}. */
  TABLE_REPLICA_IDENTITY("table.replica-identity"),
  /** {@code table.disabled-foreign-key-triggers}. */
  TABLE_DISABLED_FOREIGN_KEY_TRIGGERS("table.disabled-foreign-key-triggers"),
  /** {@code table.comment}. */
  TABLE_COMMENT("table.comment"),
  /** {@code table.owner}. */
  TABLE_OWNER("table.owner"),
  /** {@code table.grants}. */
  TABLE_GRANTS("table.grants"),
  /** {@code column.type}. */
  COLUMN_TYPE("column.type"),
  /** {@code column.nullability}. */
  COLUMN_NULLABILITY("column.nullability"),
  /** {@code column.default}. */
  COLUMN_DEFAULT("column.default"),
  /** {@code column.identity}. */
  COLUMN_IDENTITY("column.identity"),
  /** {@code column.identity-options}. */
  COLUMN_IDENTITY_OPTIONS("column.identity-options"),
  /** {@code column.generated}. */
  COLUMN_GENERATED("column.generated"),
  /** {@code column.collation}. */
  COLUMN_COLLATION("column.collation"),
  /** {@code column.statistics}. */
  COLUMN_STATISTICS("column.statistics"),
  /** {@code column.storage}. */
  COLUMN_STORAGE("column.storage"),
  /** {@code column.compression}. */
  COLUMN_COMPRESSION("column.compression"),
  /** {@code column.options}. */
  COLUMN_OPTIONS("column.options"),
  /** {@code column.order}. */
  COLUMN_ORDER("column.order"),
  /** {@code column.comment}. */
  COLUMN_COMMENT("column.comment"),
  /** {@code primary-key.columns}. */
  PRIMARY_KEY_COLUMNS("primary-key.columns"),
  /** {@code primary-key.include}. */
  PRIMARY_KEY_INCLUDE("primary-key.include"),
  /** {@code primary-key.without-overlaps}. */
  PRIMARY_KEY_WITHOUT_OVERLAPS("primary-key.without-overlaps"),
  /** {@code primary-key.deferrability}. */
  PRIMARY_KEY_DEFERRABILITY("primary-key.deferrability"),
  /** {@code primary-key.storage-parameters}. */
  PRIMARY_KEY_STORAGE_PARAMETERS("primary-key.storage-parameters"),
  /** {@code primary-key.index}. */
  PRIMARY_KEY_INDEX("primary-key.index"),
  /** {@code primary-key.comment}. */
  PRIMARY_KEY_COMMENT("primary-key.comment"),
  /** {@code primary-key.form}: a unique index stands where the primary key shall be. */
  PRIMARY_KEY_FORM("primary-key.form"),
  /** {@code unique.columns}. */
  UNIQUE_COLUMNS("unique.columns"),
  /** {@code unique.include}. */
  UNIQUE_INCLUDE("unique.include"),
  /** {@code unique.nulls-distinct}. */
  UNIQUE_NULLS_DISTINCT("unique.nulls-distinct"),
  /** {@code unique.without-overlaps}. */
  UNIQUE_WITHOUT_OVERLAPS("unique.without-overlaps"),
  /** {@code unique.deferrability}. */
  UNIQUE_DEFERRABILITY("unique.deferrability"),
  /** {@code unique.storage-parameters}. */
  UNIQUE_STORAGE_PARAMETERS("unique.storage-parameters"),
  /** {@code unique.index}. */
  UNIQUE_INDEX("unique.index"),
  /** {@code unique.comment}. */
  UNIQUE_COMMENT("unique.comment"),
  /** {@code unique.form}. */
  UNIQUE_FORM("unique.form"),
  /** {@code foreign-key.columns}. */
  FOREIGN_KEY_COLUMNS("foreign-key.columns"),
  /** {@code foreign-key.target}. */
  FOREIGN_KEY_TARGET("foreign-key.target"),
  /** {@code foreign-key.on-delete}. */
  FOREIGN_KEY_ON_DELETE("foreign-key.on-delete"),
  /** {@code foreign-key.on-update}. */
  FOREIGN_KEY_ON_UPDATE("foreign-key.on-update"),
  /** {@code foreign-key.set-columns}. */
  FOREIGN_KEY_SET_COLUMNS("foreign-key.set-columns"),
  /** {@code foreign-key.match}. */
  FOREIGN_KEY_MATCH("foreign-key.match"),
  /** {@code foreign-key.period}. */
  FOREIGN_KEY_PERIOD("foreign-key.period"),
  /** {@code foreign-key.deferrability}. */
  FOREIGN_KEY_DEFERRABILITY("foreign-key.deferrability"),
  /** {@code foreign-key.validity}. */
  FOREIGN_KEY_VALIDITY("foreign-key.validity"),
  /** {@code foreign-key.comment}. */
  FOREIGN_KEY_COMMENT("foreign-key.comment"),
  /** {@code check.expression}. */
  CHECK_EXPRESSION("check.expression"),
  /** {@code check.no-inherit}. */
  CHECK_NO_INHERIT("check.no-inherit"),
  /** {@code check.validity}. */
  CHECK_VALIDITY("check.validity"),
  /** {@code check.comment}. */
  CHECK_COMMENT("check.comment"),
  /** {@code exclusion.definition}. */
  EXCLUSION_DEFINITION("exclusion.definition"),
  /** {@code exclusion.deferrability}. */
  EXCLUSION_DEFERRABILITY("exclusion.deferrability"),
  /** {@code exclusion.index}. */
  EXCLUSION_INDEX("exclusion.index"),
  /** {@code exclusion.comment}. */
  EXCLUSION_COMMENT("exclusion.comment"),
  /** {@code index.method}. */
  INDEX_METHOD("index.method"),
  /** {@code index.keys}. */
  INDEX_KEYS("index.keys"),
  /** {@code index.direction}. */
  INDEX_DIRECTION("index.direction"),
  /** {@code index.nulls-order}. */
  INDEX_NULLS_ORDER("index.nulls-order"),
  /** {@code index.operator-class}. */
  INDEX_OPERATOR_CLASS("index.operator-class"),
  /** {@code index.collation}. */
  INDEX_COLLATION("index.collation"),
  /** {@code index.include}. */
  INDEX_INCLUDE("index.include"),
  /** {@code index.unique}. */
  INDEX_UNIQUE("index.unique"),
  /** {@code index.nulls-distinct}. */
  INDEX_NULLS_DISTINCT("index.nulls-distinct"),
  /** {@code index.predicate}. */
  INDEX_PREDICATE("index.predicate"),
  /** {@code index.storage-parameters}. */
  INDEX_STORAGE_PARAMETERS("index.storage-parameters"),
  /** {@code index.tablespace}. */
  INDEX_TABLESPACE("index.tablespace"),
  /** {@code index.statistics}. */
  INDEX_STATISTICS("index.statistics"),
  /** {@code index.state}. */
  INDEX_STATE("index.state"),
  /** {@code index.clustered}. */
  INDEX_CLUSTERED("index.clustered"),
  /** {@code index.replica-identity}. */
  INDEX_REPLICA_IDENTITY("index.replica-identity"),
  /** {@code index.comment}. */
  INDEX_COMMENT("index.comment"),
  /** {@code policy.permissive}. */
  POLICY_PERMISSIVE("policy.permissive"),
  /** {@code policy.command}. */
  POLICY_COMMAND("policy.command"),
  /** {@code policy.roles}. */
  POLICY_ROLES("policy.roles"),
  /** {@code policy.using}. */
  POLICY_USING("policy.using"),
  /** {@code policy.with-check}. */
  POLICY_WITH_CHECK("policy.with-check"),
  /** {@code policy.comment}. */
  POLICY_COMMENT("policy.comment"),
  /** {@code trigger.definition}. */
  TRIGGER_DEFINITION("trigger.definition"),
  /** {@code trigger.state}. */
  TRIGGER_STATE("trigger.state"),
  /** {@code trigger.comment}. */
  TRIGGER_COMMENT("trigger.comment"),
  /** {@code rule.definition}. */
  RULE_DEFINITION("rule.definition"),
  /** {@code rule.state}. */
  RULE_STATE("rule.state"),
  /** {@code rule.comment}. */
  RULE_COMMENT("rule.comment"),
  /** {@code view.definition}. */
  VIEW_DEFINITION("view.definition"),
  /** {@code view.options}. */
  VIEW_OPTIONS("view.options"),
  /** {@code view.access-method}. */
  VIEW_ACCESS_METHOD("view.access-method"),
  /** {@code view.tablespace}. */
  VIEW_TABLESPACE("view.tablespace"),
  /** {@code view.populated}. */
  VIEW_POPULATED("view.populated"),
  /** {@code view.columns}. */
  VIEW_COLUMNS("view.columns"),
  /** {@code view.comment}. */
  VIEW_COMMENT("view.comment"),
  /** {@code view.owner}. */
  VIEW_OWNER("view.owner"),
  /** {@code view.grants}. */
  VIEW_GRANTS("view.grants"),
  /** {@code routine.definition}. */
  ROUTINE_DEFINITION("routine.definition"),
  /** {@code routine.kind}. */
  ROUTINE_KIND("routine.kind"),
  /** {@code routine.comment}. */
  ROUTINE_COMMENT("routine.comment"),
  /** {@code routine.owner}. */
  ROUTINE_OWNER("routine.owner"),
  /** {@code routine.grants}. */
  ROUTINE_GRANTS("routine.grants");

  private final String code;

  Attribute(String code) {
    this.code = code;
  }

  /** The stable dotted code. */
  public String code() {
    return code;
  }
}
