package dev.plumbline.prisma.check;

/** What must hold of a schema beyond its syntax. The codes are stable. */
public enum SchemaRule {
  /** A name starts with a letter. */
  NAME_STARTS_WITH_A_LETTER("name.digit"),
  /** A name has no hyphen. */
  NAME_HAS_NO_HYPHEN("name.hyphen"),
  /** Prisma Client could not use the name. */
  NAME_IS_NOT_RESERVED("name.reserved"),
  /** A declaration is not called like one of Prisma's types. */
  NAME_IS_NOT_A_SCALAR("name.scalar"),
  /** A name is not empty. */
  NAME_IS_NOT_EMPTY("name.empty"),
  /** No two declarations have the same name. */
  DECLARATION_NAME_IS_UNIQUE("name.duplicate-declaration"),
  /** No two fields of a model have the same name. */
  FIELD_NAME_IS_UNIQUE("name.duplicate-field"),
  /** No two values of an enum have the same name. */
  ENUM_VALUE_IS_UNIQUE("name.duplicate-value"),
  /** No two fields of a model have the same column. */
  COLUMN_NAME_IS_UNIQUE("name.duplicate-column"),
  /** No two models have the same table. */
  TABLE_NAME_IS_UNIQUE("name.duplicate-table"),
  /** No two enums have the same type. */
  TYPE_NAME_IS_UNIQUE("name.duplicate-type"),
  /** The name of a key, index or foreign key is free. */
  CONSTRAINT_NAME_IS_UNIQUE("name.duplicate-constraint"),
  /** The name of a constraint has at most 63 bytes. */
  CONSTRAINT_NAME_IS_SHORT("name.long-constraint"),
  /** The name of a key in Prisma Client is free. */
  CLIENT_NAME_IS_FREE("name.client-taken"),
  /** The name of a key in Prisma Client has only letters, digits and underscores. */
  CLIENT_NAME_IS_A_NAME("name.client-characters"),
  /** The type of a field exists. */
  TYPE_IS_KNOWN("type.unknown"),
  /** An enum has values. */
  ENUM_HAS_VALUES("type.empty-enum"),
  /** Composite types are not for Postgres. */
  POSTGRES_HAS_NO_COMPOSITE_TYPES("type.composite"),
  /** Postgres has the native type. */
  NATIVE_TYPE_IS_KNOWN("native-type.unknown"),
  /** The native type is one of the type of the field. */
  NATIVE_TYPE_FITS("native-type.mismatch"),
  /** The native type takes the arguments. */
  NATIVE_TYPE_ARGUMENTS_FIT("native-type.arguments"),
  /** A native type is prefixed by the name of the datasource. */
  NATIVE_TYPE_PREFIX_IS_THE_DATASOURCE("native-type.prefix"),
  /** What Prisma supports is not called unsupported. */
  UNSUPPORTED_IS_NOT_SUPPORTED("type.supported"),
  /** An unsupported field need not be ignored. */
  UNSUPPORTED_IS_IGNORED_ANYWAY("type.unsupported-ignored"),
  /** The attribute may stand here. */
  ATTRIBUTE_IS_KNOWN("attribute.unknown"),
  /** The attribute is written once. */
  ATTRIBUTE_IS_UNIQUE("attribute.duplicate"),
  /** The attribute has the argument. */
  ARGUMENT_IS_KNOWN("argument.unknown"),
  /** The argument is written once. */
  ARGUMENT_IS_UNIQUE("argument.duplicate"),
  /** The argument is written. */
  ARGUMENT_IS_GIVEN("argument.missing"),
  /** The argument has a value. */
  ARGUMENT_HAS_A_VALUE("argument.no-value"),
  /** At most one argument has no name. */
  ONE_ARGUMENT_IS_UNNAMED("argument.unnamed"),
  /** No comma stands behind the last argument. */
  NO_COMMA_TRAILS("argument.trailing-comma"),
  /** The value is of the kind that is wanted. */
  VALUE_HAS_THE_TYPE("argument.type"),
  /** The word is one of those that are wanted. */
  VALUE_IS_ONE_OF("argument.word"),
  /** {@literal @}updatedAt stands on a DateTime. */
  UPDATED_AT_IS_A_TIME("field.updated-at-type"),
  /** {@literal @}updatedAt does not stand on a list. */
  UPDATED_AT_IS_NO_LIST("field.updated-at-list"),
  /** A field of an ignored model need not be ignored. */
  IGNORED_MODEL_IGNORES_ITS_FIELDS("field.ignored-twice"),
  /** The default is a value of the type of the field. */
  DEFAULT_HAS_THE_TYPE("default.type"),
  /** The text of the default is one of the type of the field. */
  DEFAULT_IS_READABLE("default.text"),
  /** A list has a list as its default, and nothing else has. */
  DEFAULT_IS_A_LIST_FOR_LISTS("default.list"),
  /** The default is a value of the enum. */
  DEFAULT_IS_A_VALUE_OF_THE_ENUM("default.enum-value"),
  /** The function of the default exists on Postgres. */
  DEFAULT_FUNCTION_IS_KNOWN("default.unknown-function"),
  /** The function of the default gives the type of the field. */
  DEFAULT_FUNCTION_FITS("default.function"),
  /** The function of the default takes the arguments. */
  DEFAULT_FUNCTION_ARGUMENT_FITS("default.function-argument"),
  /** Defaults have no names on Postgres. */
  DEFAULT_HAS_NO_NAME("default.name"),
  /** An unsupported field has no default but dbgenerated(). */
  UNSUPPORTED_DEFAULT_IS_GENERATED("default.unsupported"),
  /** A model has a key of required fields. */
  MODEL_HAS_A_UNIQUE_KEY("key.missing"),
  /** A model has one primary key. */
  PRIMARY_KEY_IS_UNIQUE("key.second-id"),
  /** The fields of the primary key are required. */
  PRIMARY_KEY_IS_REQUIRED("key.optional-id"),
  /** The primary key is not sorted. */
  PRIMARY_KEY_IS_NOT_SORTED("key.sorted-id"),
  /** A key has fields. */
  KEY_HAS_FIELDS("index.empty"),
  /** The fields of a key exist. */
  KEY_FIELD_IS_KNOWN("index.unknown-field"),
  /** The fields of a key are columns. */
  KEY_FIELD_IS_A_COLUMN("index.relation-field"),
  /** The fields of a key are named once. */
  KEY_FIELD_IS_UNIQUE("index.duplicate-field"),
  /** A field of a key has only known arguments. */
  KEY_ARGUMENT_IS_KNOWN("index.unknown-argument"),
  /** A key is sorted up or down. */
  SORT_IS_ASC_OR_DESC("index.sort"),
  /** Postgres has the index type. */
  INDEX_TYPE_IS_KNOWN("index.unknown-type"),
  /** The index type can do what is wanted. */
  INDEX_TYPE_FITS("index.type"),
  /** Postgres does not index the start of a column. */
  INDEX_HAS_NO_LENGTH("index.length"),
  /** Postgres does not keep a table clustered. */
  INDEX_IS_NOT_CLUSTERED("index.clustered"),
  /** An index is named by one argument. */
  INDEX_IS_NAMED_ONCE("index.named-twice"),
  /** {@literal @}{@literal @}fulltext is not for Postgres. */
  FULLTEXT_IS_FOR_OTHERS("index.fulltext"),
  /** {@literal @}{@literal @}shardKey is not for Postgres. */
  SHARD_KEY_IS_FOR_OTHERS("index.shard-key"),
  /** The operator class exists. */
  OPERATOR_CLASS_IS_KNOWN("index.unknown-operator-class"),
  /** The operator class is for the index type and the type of the field. */
  OPERATOR_CLASS_FITS("index.operator-class"),
  /** A partial index needs a preview feature. */
  PARTIAL_INDEXES_ARE_A_PREVIEW("index.partial-preview"),
  /** A predicate is raw SQL or an object. */
  PREDICATE_IS_RAW_OR_AN_OBJECT("index.predicate"),
  /** A raw predicate is a string. */
  PREDICATE_IS_A_STRING("index.predicate-raw"),
  /** A predicate says something. */
  PREDICATE_IS_NOT_EMPTY("index.predicate-empty"),
  /** An index has one predicate. */
  PREDICATE_IS_GIVEN_ONCE("index.predicate-twice"),
  /** The fields of a predicate exist. */
  PREDICATE_FIELD_IS_KNOWN("index.predicate-field"),
  /** The fields of a predicate are columns. */
  PREDICATE_FIELD_IS_A_COLUMN("index.predicate-relation"),
  /** A predicate compares with constants. */
  PREDICATE_VALUE_IS_A_CONSTANT("index.predicate-value"),
  /** A predicate compares with a value of the type of the field. */
  PREDICATE_VALUE_HAS_THE_TYPE("index.predicate-type"),
  /** {@literal @}relation stands on a field whose type is a model. */
  RELATION_IS_ON_A_MODEL("relation.scalar"),
  /** Both models of a relation have a field for it. */
  RELATION_HAS_AN_OPPOSITE("relation.missing-opposite"),
  /** A field belongs to one relation. */
  RELATION_IS_UNAMBIGUOUS("relation.ambiguous"),
  /** The name of a relation is not empty. */
  RELATION_NAME_IS_NOT_EMPTY("relation.empty-name"),
  /** A relation is named by one argument. */
  RELATION_IS_NAMED_ONCE("relation.named-twice"),
  /** One side of a relation names its columns and what they refer to. */
  RELATION_HAS_COLUMNS("relation.missing-fields"),
  /** One side of a relation says everything about it. */
  RELATION_IS_SAID_ON_ONE_SIDE("relation.both-sides"),
  /** The columns of a relation exist. */
  RELATION_FIELD_IS_KNOWN("relation.unknown-field"),
  /** The columns of a relation are columns. */
  RELATION_FIELD_IS_A_COLUMN("relation.field"),
  /** A relation has no default. */
  RELATION_HAS_NO_DEFAULT("relation.default"),
  /** A relation is no column that could have a name. */
  RELATION_HAS_NO_COLUMN("relation.map"),
  /** A relation over optional columns is optional. */
  RELATION_IS_OPTIONAL_LIKE_ITS_COLUMNS("relation.optional-fields"),
  /** A relation to an ignored model is ignored. */
  RELATION_TO_IGNORED_IS_IGNORED("relation.ignored"),
  /** Without foreign keys the columns of a relation should be indexed. */
  RELATION_COLUMNS_ARE_INDEXED("relation.no-index"),
  /** A relation refers to a key. */
  REFERENCE_IS_UNIQUE("relation.reference-not-unique"),
  /** A column has the type of what it refers to. */
  REFERENCE_HAS_THE_TYPE("relation.reference-type"),
  /** A relation has as many columns as it refers to. */
  REFERENCE_COUNTS_ARE_EQUAL("relation.reference-count"),
  /** The columns of a one-to-one relation are unique. */
  ONE_TO_ONE_IS_UNIQUE("relation.one-to-one-not-unique"),
  /** The side of a one-to-one relation without columns is optional. */
  ONE_TO_ONE_BACK_IS_OPTIONAL("relation.one-to-one-required"),
  /** Both models of a many-to-many relation have an id of one field. */
  MANY_TO_MANY_HAS_IDS("relation.many-to-many-id"),
  /** A many-to-many relation has no arguments but a name. */
  MANY_TO_MANY_SAYS_NOTHING("relation.many-to-many-arguments"),
  /** A many-to-many relation is not with a view. */
  MANY_TO_MANY_IS_BETWEEN_MODELS("relation.many-to-many-view"),
  /** The referential action exists. */
  ACTION_IS_KNOWN("relation.unknown-action"),
  /** The referential action is allowed in the relation mode. */
  ACTION_IS_ALLOWED("relation.action"),
  /** Actions that Prisma Client carries out do not run in a circle. */
  ACTIONS_DO_NOT_RUN_IN_A_CIRCLE("relation.cycle"),
  /** A required column is not set to null. */
  REQUIRED_IS_NOT_SET_TO_NULL("relation.set-null"),
  /** Where the datasource lists schemas, everything is in one. */
  NAMESPACE_IS_GIVEN("schema.missing"),
  /** The schema is listed in the datasource. */
  NAMESPACE_IS_LISTED("schema.unknown"),
  /** A view needs a preview feature. */
  VIEWS_ARE_A_PREVIEW("view.preview"),
  /** A view has no keys or indexes. */
  VIEWS_HAVE_NO_KEYS("view.key"),
  /** A datasource or generator has a provider. */
  PROVIDER_IS_GIVEN("config.missing-provider"),
  /** The provider of a datasource is a string. */
  PROVIDER_IS_A_STRING("config.provider"),
  /** The provider of a datasource is Postgres. */
  PROVIDER_IS_POSTGRES("config.provider-unknown"),
  /** There is one datasource. */
  DATASOURCE_IS_UNIQUE("config.second-datasource"),
  /** The datasource has the property. */
  PROPERTY_IS_KNOWN("config.unknown-property"),
  /** A property is written once. */
  PROPERTY_IS_UNIQUE("config.duplicate-property"),
  /** A property has a value. */
  PROPERTY_HAS_A_VALUE("config.no-value"),
  /** env() names one variable. */
  ENVIRONMENT_VARIABLE_IS_NAMED("config.env"),
  /** The relation mode exists. */
  RELATION_MODE_IS_KNOWN("config.relation-mode"),
  /** The relation mode is written once. */
  RELATION_MODE_IS_GIVEN_ONCE("config.relation-mode-twice"),
  /** The relation mode is called by its name of today. */
  RELATION_MODE_HAS_ITS_NAME("config.referential-integrity"),
  /** The list of schemas is not empty. */
  SCHEMAS_ARE_LISTED("config.no-schemas"),
  /** A schema is listed once. */
  SCHEMA_IS_LISTED_ONCE("config.duplicate-schema"),
  /** The list of extensions needs a preview feature. */
  EXTENSIONS_ARE_A_PREVIEW("config.extensions-preview"),
  /** The preview feature exists. */
  PREVIEW_FEATURE_IS_KNOWN("config.unknown-feature"),
  /** The preview feature is one still. */
  PREVIEW_FEATURE_IS_OPEN("config.finished-feature"),
  /** Preview features stand in the generator. */
  PREVIEW_FEATURES_ARE_THE_GENERATORS("config.feature-place"),
  /** The directive exists. */
  DIRECTIVE_IS_KNOWN("directive.unknown"),
  /** The directive may stand here. */
  DIRECTIVE_HAS_A_PLACE("directive.place"),
  /** The directive is written once. */
  DIRECTIVE_IS_UNIQUE("directive.duplicate"),
  /** The directive fits the type and default of the field. */
  DIRECTIVE_FITS_THE_FIELD("directive.field"),
  /** Storage parameters are names with values. */
  STORAGE_PARAMETERS_ARE_PAIRS("directive.with"),
  /** Postgres has characters of the length. */
  POSTGRES_TAKES_THE_LENGTH("postgres.length"),
  /** Postgres has room for the default. */
  POSTGRES_TAKES_THE_DEFAULT("postgres.default"),
  /** Postgres lets a foreign key refer to the index. */
  POSTGRES_TAKES_THE_REFERENCE("postgres.reference");

  private final String code;

  SchemaRule(String code) {
    this.code = code;
  }

  /** The stable dotted code. */
  public String code() {
    return code;
  }

  /** Whether a code speaks of directives, which Prisma sees as comments. */
  static boolean isOfDirectives(String code) {
    return code.startsWith("directive.");
  }
}
