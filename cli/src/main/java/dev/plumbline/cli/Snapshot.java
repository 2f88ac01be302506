package dev.plumbline.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.IndexKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database schema as a JSON file: {@code {"format": "plumbline-snapshot", "version": 1, "schema":
 * {…}}}. The names in it are those of the records of {@code dev.plumbline.schema}; what is empty is
 * left out; alternatives say which they are in {@code is}. See docs/json-output.md.
 */
final class Snapshot {
  static final int VERSION = 1;
  private static final String FORMAT = "plumbline-snapshot";

  private Snapshot() {}

  /** The file, in the order in which the program reads it. */
  private record Envelope(String format, int version, DatabaseSchema schema) {}

  /** Writes a schema. */
  static String write(DatabaseSchema schema) {
    return mapper().writeValueAsString(new Envelope(FORMAT, VERSION, schema)) + "\n";
  }

  /**
   * Reads a schema.
   *
   * @param text the file
   * @param name how the file is called in messages
   */
  static DatabaseSchema read(String text, String name) {
    try {
      JsonMapper mapper = mapper();
      var tree = mapper.readTree(text);
      if (!FORMAT.equals(tree.path("format").asString(""))) {
        throw UserException.error(
            name + " is JSON but no snapshot of a schema",
            "A snapshot is what plumb diff --save writes.");
      }
      int version = tree.path("version").asInt(0);
      if (version != VERSION) {
        throw UserException.error(
            "%s is a snapshot of version %d; this plumb reads version %d"
                .formatted(name, version, VERSION),
            "Write it again with this version.");
      }
      return mapper.treeToValue(tree, Envelope.class).schema();
    } catch (JacksonException e) {
      throw UserException.error(
          "%s is no snapshot: %s".formatted(name, e.getOriginalMessage()),
          "A snapshot is what plumb diff --save writes.");
    }
  }

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .changeDefaultPropertyInclusion(ignored ->
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
        .changeDefaultNullHandling(
            ignored -> JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.AS_EMPTY))
        .addMixIn(ColumnType.class, ColumnTypes.class)
        .addMixIn(DefaultValue.class, DefaultValues.class)
        .addMixIn(Constraint.class, Constraints.class)
        .addMixIn(IndexKey.class, IndexKeys.class)
        .build();
  }

  // The core knows nothing of JSON, so what the format calls its alternatives stands here.

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnType.BuiltIn.class, name = "built-in"),
    @JsonSubTypes.Type(value = ColumnType.UserDefined.class, name = "user-defined"),
    @JsonSubTypes.Type(value = ColumnType.Array.class, name = "array"),
    @JsonSubTypes.Type(value = ColumnType.Written.class, name = "written")
  })
  private interface ColumnTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DefaultValue.None.class, name = "none"),
    @JsonSubTypes.Type(value = DefaultValue.Literal.class, name = "literal"),
    @JsonSubTypes.Type(value = DefaultValue.ArrayLiteral.class, name = "array"),
    @JsonSubTypes.Type(value = DefaultValue.Expression.class, name = "expression"),
    @JsonSubTypes.Type(value = DefaultValue.OwnedSequence.class, name = "sequence"),
    @JsonSubTypes.Type(value = DefaultValue.Unspecified.class, name = "unspecified")
  })
  private interface DefaultValues {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Constraint.PrimaryKey.class, name = "primary-key"),
    @JsonSubTypes.Type(value = Constraint.Unique.class, name = "unique"),
    @JsonSubTypes.Type(value = Constraint.ForeignKey.class, name = "foreign-key"),
    @JsonSubTypes.Type(value = Constraint.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Constraint.Exclusion.class, name = "exclusion")
  })
  private interface Constraints {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = IndexKey.OfColumn.class, name = "column"),
    @JsonSubTypes.Type(value = IndexKey.OfExpression.class, name = "expression")
  })
  private interface IndexKeys {}
}
