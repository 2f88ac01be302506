package dev.plumbline.catalog;

import dev.plumbline.expression.DefaultValues;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The columns of every relation and composite type, by relation. */
final class ColumnRows {
  private final ColumnTypeReader columnTypes;
  private final RelationRows relations;
  private final SequenceRows sequences;
  // Most tables have an id and the like, whose name is kept once.
  private final Map<String, String> names = new HashMap<>();
  private final Map<Long, TreeMap<Integer, Column>> columns = new HashMap<>();
  private final Map<Long, Map<String, List<Grant>>> grants = new HashMap<>();

  private ColumnRows(ColumnTypeReader columnTypes, RelationRows relations, SequenceRows sequences) {
    this.columnTypes = columnTypes;
    this.relations = relations;
    this.sequences = sequences;
  }

  static ColumnRows read(
      CatalogSession session,
      ColumnTypeReader columnTypes,
      RelationRows relations,
      SequenceRows sequences)
      throws SQLException {
    ColumnRows rows = new ColumnRows(columnTypes, relations, sequences);
    session.forEach(CatalogQuery.COLUMNS, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    long relation = row.number("relation");
    Column column = column(row, relation);
    columns.computeIfAbsent(relation, r -> new TreeMap<>()).put(row.integer("position"), column);
    List<Grant> columnGrants = row.grants("grants");
    if (!columnGrants.isEmpty()) {
      grants.computeIfAbsent(relation, r -> new HashMap<>()).put(column.name(), columnGrants);
    }
  }

  private Column column(CatalogRow row, long relation) throws SQLException {
    String name = names.computeIfAbsent(row.text("name"), Function.identity());
    ColumnType type = columnTypes.read(row);
    char identity = row.letter("identity");
    char generated = row.letter("generated");
    boolean computed = identity != ' ' || generated != ' ';
    Optional<String> text = row.deparsed("default_value");
    return new Column(
        name,
        type,
        row.flag("nullable"),
        computed ? new DefaultValue.None() : defaultValue(relation, name, type, text),
        identity == ' '
            ? Optional.empty()
            : Optional.of(new Column.Identity(identity == 'a', identity(relation, name, type))),
        generated == ' '
            ? Optional.empty()
            : text.map(t -> new Column.Generated(DeparsedText.expression(t), generated == 's')),
        row.optionalObjectName("collation_namespace", "collation_name"),
        row.optionalInteger("statistics_target"),
        row.optionalText("storage").map(ColumnRows::storage),
        row.optionalText("compression").map(ColumnRows::compression),
        row.options("options"),
        row.optionalText("comment"));
  }

  private DefaultValue defaultValue(
      long relation, String column, ColumnType type, Optional<String> text) {
    if (text.isEmpty()) {
      return new DefaultValue.None();
    }
    Optional<ObjectName> sequence = sequences.ownedSequence(relation, column, text.get());
    return sequence.isPresent()
        ? new DefaultValue.OwnedSequence(sequence.get())
        : DefaultValues.parse(text.get(), type);
  }

  /**
   * A partition counts with its parent's sequence since Postgres 17. A parent outside the managed
   * namespaces is not read; then the type's usual options stand for its own.
   */
  private SequenceOptions identity(long relation, String column, ColumnType type) {
    Optional<SequenceOptions> own = sequences.identity(relation, column);
    if (own.isPresent()) {
      return own.get();
    }
    for (long parent : relations.parents(relation)) {
      return identity(parent, column, type);
    }
    return SequenceOptions.ascending(greatest(type));
  }

  private static long greatest(ColumnType type) {
    return type.equals(ColumnType.BuiltIn.of("int2"))
        ? Short.MAX_VALUE
        : type.equals(ColumnType.BuiltIn.of("int4")) ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  private static String storage(String letter) {
    return switch (letter) {
      case "p" -> "plain";
      case "e" -> "external";
      case "m" -> "main";
      case "x" -> "extended";
      default -> letter;
    };
  }

  private static String compression(String letter) {
    return switch (letter) {
      case "p" -> "pglz";
      case "l" -> "lz4";
      default -> letter;
    };
  }

  /** The columns of a relation in order. */
  List<Column> of(long relation) {
    TreeMap<Integer, Column> numbered = columns.get(relation);
    return numbered == null ? List.of() : new ArrayList<>(numbered.values());
  }

  /** The privileges on single columns. */
  Map<String, List<Grant>> grantsOf(long relation) {
    return grants.getOrDefault(relation, Map.of());
  }

  /** The names behind the numbers of {@code conkey} or {@code indkey}. */
  List<String> names(long relation, List<Long> positions) {
    return positions.stream().map(p -> name(relation, p)).toList();
  }

  /** The name behind a number. */
  String name(long relation, long position) {
    TreeMap<Integer, Column> numbered = columns.get(relation);
    Column column = numbered == null ? null : numbered.get((int) position);
    if (column == null) {
      throw new ChangedMeanwhileException("no column " + position + " in " + relation);
    }
    return column.name();
  }

  /** Whether the columns of this relation were read. */
  boolean knows(long relation) {
    return columns.containsKey(relation);
  }
}
