package dev.plumbline.prisma.check;

import dev.plumbline.source.DiagnosticRule;
import java.util.Optional;

/** What must hold of a schema beyond its syntax. The codes are stable. */
public enum SchemaRule implements DiagnosticRule {
  NAME_STARTS_WITH_A_LETTER("name.digit", "A name starts with a letter."),
  NAME_HAS_NO_HYPHEN("name.hyphen", "A name has no hyphen."),
  NAME_IS_NOT_RESERVED("name.reserved", "Prisma Client could not use the name."),
  NAME_IS_NOT_A_SCALAR("name.scalar", "A declaration is not called like one of Prisma's types."),
  NAME_IS_NOT_EMPTY("name.empty", "A name is not empty."),
  DECLARATION_NAME_IS_UNIQUE(
      "name.duplicate-declaration", "No two declarations have the same name."),
  FIELD_NAME_IS_UNIQUE("name.duplicate-field", "No two fields of a model have the same name."),
  ENUM_VALUE_IS_UNIQUE("name.duplicate-value", "No two values of an enum have the same name."),
  COLUMN_NAME_IS_UNIQUE("name.duplicate-column", "No two fields of a model have the same column."),
  TABLE_NAME_IS_UNIQUE("name.duplicate-table", "No two models have the same table."),
  TYPE_NAME_IS_UNIQUE("name.duplicate-type", "No two enums have the same type."),
  CONSTRAINT_NAME_IS_UNIQUE(
      "name.duplicate-constraint", "The name of a key, index or foreign key is free."),
  CONSTRAINT_NAME_IS_SHORT(
      "name.long-constraint", "The name of a constraint has at most 63 bytes."),
  CLIENT_NAME_IS_FREE("name.client-taken", "The name of a key in Prisma Client is free."),
  CLIENT_NAME_IS_A_NAME(
      "name.client-characters",
      "The name of a key in Prisma Client has only letters, digits and underscores."),
  TYPE_IS_KNOWN("type.unknown", "The type of a field exists."),
  ENUM_HAS_VALUES("type.empty-enum", "An enum has values."),
  COMPOSITE_TYPE_HAS_NO_RELATION(
      "type.composite-relation", "A field of a composite type is no relation."),
  COMPOSITE_TYPE_HAS_THE_DEFAULT(
      "default.composite",
      "A field of a composite type has only some defaults, and one whose type it is has none."),
  DATASOURCE_IS_GIVEN(
      "config.no-datasource", "What not every database has needs a schema with a datasource."),
  POSTGRES_HAS_NO_COMPOSITE_TYPES("type.composite", "Composite types are not for Postgres."),
  NATIVE_TYPE_IS_KNOWN("native-type.unknown", "Postgres has the native type."),
  NATIVE_TYPE_FITS("native-type.mismatch", "The native type is one of the type of the field."),
  NATIVE_TYPE_ARGUMENTS_FIT("native-type.arguments", "The native type takes the arguments."),
  NATIVE_TYPE_PREFIX_IS_THE_DATASOURCE(
      "native-type.prefix", "A native type is prefixed by the name of the datasource."),
  UNSUPPORTED_IS_NOT_SUPPORTED("type.supported", "What Prisma supports is not called unsupported."),
  UNSUPPORTED_IS_IGNORED_ANYWAY(
      "type.unsupported-ignored", "An unsupported field need not be ignored."),
  ATTRIBUTE_IS_KNOWN("attribute.unknown", "The attribute may stand here."),
  ATTRIBUTE_IS_UNIQUE("attribute.duplicate", "The attribute is written once."),
  ARGUMENT_IS_KNOWN("argument.unknown", "The attribute has the argument."),
  ARGUMENT_IS_UNIQUE("argument.duplicate", "The argument is written once."),
  ARGUMENT_IS_GIVEN("argument.missing", "The argument is written."),
  ARGUMENT_HAS_A_VALUE("argument.no-value", "The argument has a value."),
  ONE_ARGUMENT_IS_UNNAMED("argument.unnamed", "At most one argument has no name."),
  NO_COMMA_TRAILS("argument.trailing-comma", "No comma stands behind the last argument."),
  VALUE_HAS_THE_TYPE("argument.type", "The value is of the kind that is wanted."),
  VALUE_IS_ONE_OF("argument.word", "The word is one of those that are wanted."),
  UPDATED_AT_IS_A_TIME("field.updated-at-type", "@updatedAt stands on a DateTime."),
  UPDATED_AT_IS_NO_LIST("field.updated-at-list", "@updatedAt does not stand on a list."),
  IGNORED_MODEL_IGNORES_ITS_FIELDS(
      "field.ignored-twice", "A field of an ignored model need not be ignored."),
  DEFAULT_HAS_THE_TYPE("default.type", "The default is a value of the type of the field."),
  DEFAULT_IS_READABLE("default.text", "The text of the default is one of the type of the field."),
  DEFAULT_IS_A_LIST_FOR_LISTS(
      "default.list", "A list has a list as its default, and nothing else has."),
  DEFAULT_IS_A_VALUE_OF_THE_ENUM("default.enum-value", "The default is a value of the enum."),
  DEFAULT_FUNCTION_IS_KNOWN(
      "default.unknown-function", "The function of the default exists on Postgres."),
  DEFAULT_FUNCTION_FITS(
      "default.function", "The function of the default gives the type of the field."),
  DEFAULT_FUNCTION_ARGUMENT_FITS(
      "default.function-argument", "The function of the default takes the arguments."),
  DEFAULT_HAS_NO_NAME("default.name", "Defaults have no names on Postgres."),
  UNSUPPORTED_DEFAULT_IS_GENERATED(
      "default.unsupported", "An unsupported field has no default but dbgenerated()."),
  MODEL_HAS_A_UNIQUE_KEY("key.missing", "A model has a key of required fields."),
  PRIMARY_KEY_IS_UNIQUE("key.second-id", "A model has one primary key."),
  PRIMARY_KEY_IS_REQUIRED("key.optional-id", "The fields of the primary key are required."),
  PRIMARY_KEY_IS_NOT_SORTED("key.sorted-id", "The primary key is not sorted."),
  KEY_HAS_FIELDS("index.empty", "A key has fields."),
  KEY_FIELD_IS_KNOWN("index.unknown-field", "The fields of a key exist."),
  KEY_FIELD_IS_A_COLUMN("index.relation-field", "The fields of a key are columns."),
  KEY_FIELD_IS_UNIQUE("index.duplicate-field", "The fields of a key are named once."),
  KEY_ARGUMENT_IS_KNOWN("index.unknown-argument", "A field of a key has only known arguments."),
  SORT_IS_ASC_OR_DESC("index.sort", "A key is sorted up or down."),
  INDEX_TYPE_IS_KNOWN("index.unknown-type", "Postgres has the index type."),
  INDEX_TYPE_FITS("index.type", "The index type can do what is wanted."),
  INDEX_HAS_NO_LENGTH("index.length", "Postgres does not index the start of a column."),
  INDEX_IS_NOT_CLUSTERED("index.clustered", "Postgres does not keep a table clustered."),
  INDEX_IS_NAMED_ONCE("index.named-twice", "An index is named by one argument."),
  FULLTEXT_IS_FOR_OTHERS("index.fulltext", "@@fulltext is not for Postgres."),
  SHARD_KEY_IS_FOR_OTHERS("index.shard-key", "@@shardKey is not for Postgres."),
  OPERATOR_CLASS_IS_KNOWN("index.unknown-operator-class", "The operator class exists."),
  OPERATOR_CLASS_FITS(
      "index.operator-class",
      "The operator class is for the index type and the type of the field."),
  PARTIAL_INDEXES_ARE_A_PREVIEW(
      "index.partial-preview", "A partial index needs a preview feature."),
  PREDICATE_IS_RAW_OR_AN_OBJECT("index.predicate", "A predicate is raw SQL or an object."),
  PREDICATE_IS_A_STRING("index.predicate-raw", "A raw predicate is a string."),
  PREDICATE_IS_NOT_EMPTY("index.predicate-empty", "A predicate says something."),
  PREDICATE_IS_GIVEN_ONCE("index.predicate-twice", "An index has one predicate."),
  PREDICATE_FIELD_IS_KNOWN("index.predicate-field", "The fields of a predicate exist."),
  PREDICATE_FIELD_IS_A_COLUMN("index.predicate-relation", "The fields of a predicate are columns."),
  PREDICATE_VALUE_IS_A_CONSTANT("index.predicate-value", "A predicate compares with constants."),
  PREDICATE_VALUE_HAS_THE_TYPE(
      "index.predicate-type", "A predicate compares with a value of the type of the field."),
  RELATION_IS_ON_A_MODEL("relation.scalar", "@relation stands on a field whose type is a model."),
  RELATION_HAS_AN_OPPOSITE(
      "relation.missing-opposite", "Both models of a relation have a field for it."),
  RELATION_IS_UNAMBIGUOUS("relation.ambiguous", "A field belongs to one relation."),
  RELATION_NAME_IS_NOT_EMPTY("relation.empty-name", "The name of a relation is not empty."),
  RELATION_IS_NAMED_ONCE("relation.named-twice", "A relation is named by one argument."),
  RELATION_HAS_COLUMNS(
      "relation.missing-fields",
      "One side of a relation names its columns and what they refer to."),
  RELATION_IS_SAID_ON_ONE_SIDE(
      "relation.both-sides", "One side of a relation says everything about it."),
  RELATION_FIELD_IS_KNOWN("relation.unknown-field", "The columns of a relation exist."),
  RELATION_FIELD_IS_A_COLUMN("relation.field", "The columns of a relation are columns."),
  RELATION_HAS_NO_DEFAULT("relation.default", "A relation has no default."),
  RELATION_HAS_NO_COLUMN("relation.map", "A relation is no column that could have a name."),
  RELATION_IS_OPTIONAL_LIKE_ITS_COLUMNS(
      "relation.optional-fields", "A relation over optional columns is optional."),
  RELATION_TO_IGNORED_IS_IGNORED("relation.ignored", "A relation to an ignored model is ignored."),
  RELATION_COLUMNS_ARE_INDEXED(
      "relation.no-index", "Without foreign keys the columns of a relation should be indexed."),
  REFERENCE_IS_UNIQUE("relation.reference-not-unique", "A relation refers to a key."),
  REFERENCE_HAS_THE_TYPE("relation.reference-type", "A column has the type of what it refers to."),
  REFERENCE_COUNTS_ARE_EQUAL(
      "relation.reference-count", "A relation has as many columns as it refers to."),
  ONE_TO_ONE_IS_UNIQUE(
      "relation.one-to-one-not-unique", "The columns of a one-to-one relation are unique."),
  ONE_TO_ONE_BACK_IS_OPTIONAL(
      "relation.one-to-one-required",
      "The side of a one-to-one relation without columns is optional."),
  MANY_TO_MANY_HAS_IDS(
      "relation.many-to-many-id",
      "Both models of a many-to-many relation have an id of one field."),
  MANY_TO_MANY_SAYS_NOTHING(
      "relation.many-to-many-arguments", "A many-to-many relation has no arguments but a name."),
  MANY_TO_MANY_IS_BETWEEN_MODELS(
      "relation.many-to-many-view", "A many-to-many relation is not with a view."),
  ACTION_IS_KNOWN("relation.unknown-action", "The referential action exists."),
  ACTION_IS_ALLOWED("relation.action", "The referential action is allowed in the relation mode."),
  ACTIONS_DO_NOT_RUN_IN_A_CIRCLE(
      "relation.cycle", "Actions that Prisma Client carries out do not run in a circle."),
  REQUIRED_IS_NOT_SET_TO_NULL("relation.set-null", "A required column is not set to null."),
  NAMESPACE_IS_GIVEN("schema.missing", "Where the datasource lists schemas, everything is in one."),
  NAMESPACE_IS_LISTED("schema.unknown", "The schema is listed in the datasource."),
  VIEWS_ARE_A_PREVIEW("view.preview", "A view needs a preview feature."),
  VIEWS_HAVE_NO_KEYS("view.key", "A view has no keys or indexes."),
  PROVIDER_IS_GIVEN("config.missing-provider", "A datasource or generator has a provider."),
  ADDRESSES_ARE_IN_THE_CONFIG(
      "config.address", "From Prisma 7 on, addresses stand in prisma.config.ts."),
  DATASOURCE_HAS_AN_ADDRESS("config.missing-url", "Up to Prisma 6, a datasource has a `url`."),
  PROVIDER_IS_A_STRING("config.provider", "The provider of a datasource is a string."),
  PROVIDER_IS_POSTGRES("config.provider-unknown", "The provider of a datasource is Postgres."),
  DATASOURCE_IS_UNIQUE("config.second-datasource", "There is one datasource."),
  PROPERTY_IS_KNOWN("config.unknown-property", "The datasource has the property."),
  PROPERTY_IS_UNIQUE("config.duplicate-property", "A property is written once."),
  PROPERTY_HAS_A_VALUE("config.no-value", "A property has a value."),
  ENVIRONMENT_VARIABLE_IS_NAMED("config.env", "env() names one variable."),
  RELATION_MODE_IS_KNOWN("config.relation-mode", "The relation mode exists."),
  RELATION_MODE_IS_GIVEN_ONCE("config.relation-mode-twice", "The relation mode is written once."),
  RELATION_MODE_HAS_ITS_NAME(
      "config.referential-integrity", "The relation mode is called by its name of today."),
  SCHEMAS_ARE_LISTED("config.no-schemas", "The list of schemas is not empty."),
  SCHEMA_IS_LISTED_ONCE("config.duplicate-schema", "A schema is listed once."),
  EXTENSIONS_ARE_A_PREVIEW(
      "config.extensions-preview", "The list of extensions needs a preview feature."),
  PREVIEW_FEATURE_IS_KNOWN("config.unknown-feature", "The preview feature exists."),
  PREVIEW_FEATURE_IS_OPEN("config.finished-feature", "The preview feature is one still."),
  PREVIEW_FEATURES_ARE_THE_GENERATORS(
      "config.feature-place", "Preview features stand in the generator."),
  DIRECTIVE_IS_KNOWN("directive.unknown", "The directive exists."),
  DIRECTIVE_HAS_A_PLACE("directive.place", "The directive may stand here."),
  DIRECTIVE_IS_UNIQUE("directive.duplicate", "The directive is written once."),
  DIRECTIVE_FITS_THE_FIELD(
      "directive.field", "The directive fits the type and default of the field."),
  DIRECTIVES_FIT_TOGETHER("directive.clash", "What directives say fits together."),
  POLICY_HAS_ROW_SECURITY("directive.policy", "A table with policies has row security."),
  HYPERTABLE_IS_MADE_BY_HAND(
      "directive.hypertable",
      "A hypertable is made by a statement of TimescaleDB; `plumb ddl` ends with it, as a comment."),
  POSTGRES_TAKES_THE_PARTITION_KEY(
      "postgres.partition-key", "A unique key holds the columns of the partition key."),
  STORAGE_PARAMETERS_ARE_PAIRS("directive.with", "Storage parameters are names with values."),
  POSTGRES_HOLDS_THE_TEXT("postgres.text", "SQL can hold the text, and names say something."),
  POSTGRES_TAKES_THE_NAME("postgres.name", "Postgres takes the name, and keeps all of it."),
  POSTGRES_NAMES_ARE_FREE("postgres.name-taken", "Nothing else in the database has the name."),
  POSTGRES_TAKES_THE_INDEX("postgres.index", "Postgres can index the columns so."),
  POSTGRES_TAKES_THE_LENGTH("postgres.length", "Postgres has characters of the length."),
  POSTGRES_TAKES_THE_DEFAULT("postgres.default", "Postgres has room for the default."),
  POSTGRES_TAKES_THE_REFERENCE(
      "postgres.reference", "Postgres lets a foreign key refer to the index.");

  private final String code;
  private final String meaning;

  SchemaRule(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public Optional<String> engineCode() {
    boolean ours = isOfDirectives(code) || code.startsWith("postgres.");
    return ours ? Optional.empty() : Optional.of("P1012");
  }

  /** Whether a code speaks of directives, which Prisma sees as comments. */
  static boolean isOfDirectives(String code) {
    return code.startsWith("directive.");
  }
}
