package dev.plumbline.catalog;

import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables and views as {@code pg_class} has them, without what hangs on them. */
final class RelationRows {
  private final List<Relation> relations = new ArrayList<>();
  private final Map<Long, List<Long>> parents = new HashMap<>();

  private RelationRows() {}

  static RelationRows read(CatalogSession session) throws SQLException {
    RelationRows rows = new RelationRows();
    session.forEach(CatalogQuery.RELATIONS, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    Relation relation =
        new Relation(
            row.number("oid"),
            row.letter("kind"),
            row.objectName("namespace", "name"),
            row.letter("persistence") == 'u' ? Persistence.UNLOGGED : Persistence.PERMANENT,
            row.optionalText("access_method"),
            row.optionalText("tablespace"),
            rowSecurity(row.flag("row_security"), row.flag("row_security_forced")),
            replicaIdentity(row.letter("replica_identity")),
            row.flag("populated"),
            options(row),
            row.deparsed("partition_key"),
            row.deparsed("partition_bound"),
            parentNames(row),
            row.deparsed("definition"),
            row.optionalText("comment"),
            row.optionalText("owner"),
            row.grants("grants"));
    relations.add(relation);
    List<Long> parentOids = row.numbers("parents");
    if (!parentOids.isEmpty()) {
      parents.put(relation.oid(), parentOids);
    }
  }

  private static Map<String, String> options(CatalogRow row) throws SQLException {
    Map<String, String> ofToast = row.options("toast_options");
    if (ofToast.isEmpty()) {
      return row.options("options");
    }
    Map<String, String> options = new TreeMap<>(row.options("options"));
    ofToast.forEach((name, value) -> options.put("toast." + name, value));
    return options;
  }

  private static List<ObjectName> parentNames(CatalogRow row) throws SQLException {
    List<String> namespaces = row.texts("parent_namespaces");
    List<String> names = row.texts("parent_names");
    List<ObjectName> parentNames = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parentNames.add(new ObjectName(namespaces.get(i), names.get(i)));
    }
    return parentNames;
  }

  private static Table.RowSecurity rowSecurity(boolean enabled, boolean forced) {
    if (enabled) {
      return forced ? Table.RowSecurity.FORCED : Table.RowSecurity.ENABLED;
    }
    return forced ? Table.RowSecurity.FORCED_BUT_OFF : Table.RowSecurity.OFF;
  }

  private static Table.ReplicaIdentity replicaIdentity(char letter) {
    return switch (letter) {
      case 'f' -> Table.ReplicaIdentity.FULL;
      case 'n' -> Table.ReplicaIdentity.NOTHING;
      case 'i' -> Table.ReplicaIdentity.INDEX;
      default -> Table.ReplicaIdentity.DEFAULT;
    };
  }

  List<Relation> relations() {
    return relations;
  }

  /** The relations that a partition or child belongs to. */
  List<Long> parents(long relation) {
    return parents.getOrDefault(relation, List.of());
  }

  /**
   * One row of {@code relations.sql}.
   *
   * @param kind {@code pg_class.relkind}
   * @param partitionKey {@code RANGE (created_at)}
   */
  record Relation(
      long oid,
      char kind,
      ObjectName name,
      Persistence persistence,
      Optional<String> accessMethod,
      Optional<String> tablespace,
      Table.RowSecurity rowSecurity,
      Table.ReplicaIdentity replicaIdentity,
      boolean populated,
      Map<String, String> options,
      Optional<String> partitionKey,
      Optional<String> partitionBound,
      List<ObjectName> parents,
      Optional<String> definition,
      Optional<String> comment,
      Optional<String> owner,
      List<Grant> grants) {
    boolean isTable() {
      return kind == 'r' || kind == 'p';
    }

    Optional<Table.Partitioning> partitioning() {
      return partitionKey.map(key -> {
        int blank = key.indexOf(' ');
        return new Table.Partitioning(
            key.substring(0, blank).toLowerCase(Locale.ROOT),
            DeparsedText.expression(key.substring(blank)));
      });
    }

    Optional<Table.PartitionOf> partitionOf() {
      return partitionBound.map(
          bound -> new Table.PartitionOf(parents.get(0), new SqlExpression(bound)));
    }
  }
}
