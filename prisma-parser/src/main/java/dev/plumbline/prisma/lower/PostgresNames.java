package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.lower.LoweringOptions.Fidelity;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From Prisma's names to Postgres's, for everything that a schema declares. */
final class PostgresNames {
  private final LoweringOptions options;
  private final Map<String, Model> models = new HashMap<>();
  private final Map<String, PrismaEnum> enums = new HashMap<>();
  private final Map<String, Map<String, ScalarField>> fields = new HashMap<>();

  PostgresNames(PrismaSchema schema, LoweringOptions options) {
    this.options = options;
    schema.models().forEach(model -> models.put(model.name(), model));
    schema.enums().forEach(type -> enums.put(type.name(), type));
  }

  /** The model of this name; empty when it is a view's. */
  Optional<Model> model(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /** The enum of this name. */
  PrismaEnum enumNamed(String name) {
    return known(enums, name);
  }

  /** The scalar field of this name. */
  ScalarField field(Model model, String name) {
    Map<String, ScalarField> ofModel =
        fields.computeIfAbsent(model.name(), key -> byName(model.scalarFields()));
    return known(ofModel, name);
  }

  private static Map<String, ScalarField> byName(List<ScalarField> fields) {
    var byName = new HashMap<String, ScalarField>();
    fields.forEach(field -> byName.put(field.name(), field));
    return byName;
  }

  private static <T> T known(Map<String, T> declared, String name) {
    T found = declared.get(name);
    if (found == null) {
      throw new IllegalStateException("the checker let through a name that nothing has: " + name);
    }
    return found;
  }

  /** The table of a model. */
  ObjectName table(Model model) {
    return new ObjectName(namespace(model.namespace()), kept(model.tableName()));
  }

  /** The type of an enum. */
  ObjectName type(PrismaEnum type) {
    return new ObjectName(namespace(type.namespace()), kept(type.typeName()));
  }

  /** The column of a field. */
  String column(ScalarField field) {
    return kept(field.columnName());
  }

  /** The column of a field. */
  String column(Model model, String field) {
    return column(field(model, field));
  }

  /** The columns of fields. */
  List<String> columns(Model model, List<String> names) {
    return names.stream().map(name -> column(model, name)).toList();
  }

  /** The columns of fields, as they go into the names of keys and indexes: before any cut. */
  List<String> uncutColumns(Model model, List<String> names) {
    return names.stream().map(name -> field(model, name).columnName()).toList();
  }

  String namespace(Optional<String> written) {
    return kept(written.orElse(options.defaultNamespace()));
  }

  /** Whose word counts where Prisma and Postgres disagree. */
  Fidelity fidelity() {
    return options.fidelity();
  }

  /** A name as the result is to have it. */
  String kept(String name) {
    return options.kept(name);
  }

  /** A qualified name, or one in {@code pg_catalog}, as an author writes it in a directive. */
  ObjectName collation(String written) {
    int dot = written.indexOf('.');
    // Operating systems have names with a dot of their own: en_US.utf8.
    boolean qualified = dot > 0 && isNamespace(written.substring(0, dot));
    return qualified
        ? new ObjectName(written.substring(0, dot), written.substring(dot + 1))
        : new ObjectName("pg_catalog", written);
  }

  private boolean isNamespace(String word) {
    return word.equals("pg_catalog")
        || word.equals(options.defaultNamespace())
        || models.values().stream().anyMatch(m -> m.namespace().equals(Optional.of(word)));
  }
}
