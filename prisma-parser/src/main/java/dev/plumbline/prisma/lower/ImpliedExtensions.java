package dev.plumbline.prisma.lower;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The extensions that a schema needs and does not list: Prisma leaves it to a migration by hand to
 * install them, but without them the tables cannot be made.
 */
final class ImpliedExtensions {
  private static final Map<String, String> OF_TYPE =
      Map.of(
          "citext", "citext",
          "hstore", "hstore",
          "ltree", "ltree",
          "geometry", "postgis",
          "geography", "postgis",
          "vector", "vector",
          "halfvec", "vector",
          "sparsevec", "vector");

  private static final Map<String, String> OF_OPERATOR_CLASS =
      Map.of("gin_trgm_ops", "pg_trgm", "gist_trgm_ops", "pg_trgm");

  private final Map<String, ObjectAddress> needs = new LinkedHashMap<>();

  private ImpliedExtensions() {}

  /** The names of the extensions that tables need, each with the first object that needs it. */
  static Map<String, ObjectAddress> of(List<Table> tables) {
    var found = new ImpliedExtensions();
    for (Table table : tables) {
      table.columns().forEach(column -> found.add(table, column));
      table.indexes().forEach(index -> found.add(table, index));
    }
    return found.needs;
  }

  private void add(Table table, Column column) {
    ofType(column.type().canonical())
        .ifPresent(extension ->
            needs.putIfAbsent(
                extension, ObjectAddress.of(ObjectKind.COLUMN, table.name(), column.name())));
  }

  private void add(Table table, Index index) {
    for (IndexKey key : index.keys()) {
      key.ordering()
          .operatorClass()
          .map(used -> OF_OPERATOR_CLASS.get(used.name()))
          .ifPresent(extension ->
              needs.putIfAbsent(
                  extension, ObjectAddress.of(ObjectKind.INDEX, table.name(), index.name())));
    }
  }

  // A type with a namespace is one of the schema's own.
  private static Optional<String> ofType(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn ignored -> Optional.empty();
      case ColumnType.UserDefined named ->
          named.namespace().isPresent()
              ? Optional.empty()
              : Optional.ofNullable(OF_TYPE.get(named.name()));
      case ColumnType.Array array -> ofType(array.element());
      case ColumnType.Written written -> ofType(written.meaning());
    };
  }
}
