package dev.plumbline.diff;

import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Table.PartitionOf;
import dev.plumbline.schema.Table.Partitioning;
import dev.plumbline.schema.Table.ReplicaIdentity;
import dev.plumbline.schema.Table.RowSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares tables, and has their parts compared. */
final class TableComparison {
  private static final Comparison.Access ACCESS =
      new Comparison.Access(Attribute.TABLE_OWNER, Attribute.TABLE_GRANTS);

  private final Comparison comparison;
  private final Surroundings surroundings;
  private final SequenceComparison sequences;
  private final Renames renames;

  TableComparison(
      Comparison comparison,
      Surroundings surroundings,
      SequenceComparison sequences,
      Renames renames) {
    this.comparison = comparison;
    this.surroundings = surroundings;
    this.sequences = sequences;
    this.renames = renames;
  }

  void run() {
    var matching = Matching.by(comparison.from().tables(), comparison.to().tables(), Table::name);
    matching.onlyTo().forEach(table -> comparison.change(new Change.CreateTable(table)));
    matching.forEachPair(this::table);
    matching.onlyFrom().forEach(this::gone);
  }

  /** A partition is part of a table that the schema may well describe as a whole. */
  private void gone(Table table) {
    Change drop = new Change.DropTable(table);
    if (table.partitionOf().isPresent()) {
      comparison.unspoken(drop);
    } else {
      comparison.gone(ObjectKind.TABLE, table.name(), drop);
    }
  }

  private void table(Table from, Table to) {
    attributes(from, to);
    Surroundings inside = surroundings.withColumns(from.columns(), to.columns());
    new ColumnComparison(comparison, inside, sequences).compare(from, to);
    new ConstraintComparison(comparison, inside, renames).compare(from, to);
    new UniquenessComparison(comparison, inside, renames).compare(from, to);
    new DependentComparison(comparison, inside).compare(from, to);
  }

  private void attributes(Table from, Table to) {
    Differences differences = comparison.differences();
    differences.compareIfSaid(
        Attribute.TABLE_PERSISTENCE,
        from.persistence(),
        to.persistence(),
        Persistence.PERMANENT,
        p -> p == Persistence.PERMANENT ? "LOGGED" : Wording.words(p));
    partitioning(differences, from, to);
    storage(differences, from, to);
    differences.compareIfSaid(
        Attribute.TABLE_ROW_SECURITY,
        from.rowSecurity(),
        to.rowSecurity(),
        RowSecurity.OFF,
        Wording::words);
    differences.compareIfSaid(
        Attribute.TABLE_REPLICA_IDENTITY,
        from.replicaIdentity(),
        to.replicaIdentity(),
        ReplicaIdentity.DEFAULT,
        Wording::words);
    differences.compare(
        Attribute.TABLE_DISABLED_FOREIGN_KEY_TRIGGERS,
        from.disabledForeignKeyTriggers(),
        to.disabledForeignKeyTriggers(),
        disabled -> Wording.flag(disabled, "DISABLED", "ENABLED"));
    differences.compareText(Attribute.TABLE_COMMENT, from.comment(), to.comment());
    comparison.access(differences, ACCESS, from.owner(), to.owner(), grants(from), grants(to));
    comparison.altered(differences, d -> new Change.AlterTable(from, to, d));
  }

  private void partitioning(Differences differences, Table from, Table to) {
    if (!havePartitioningAlike(from, to)) {
      differences.compareIfSaid(
          Attribute.TABLE_PARTITIONING,
          from.partitioning(),
          to.partitioning(),
          Optional.empty(),
          TableComparison::partitionKey);
    }
    differences.compareIfSaid(
        Attribute.TABLE_PARTITION_OF,
        from.partitionOf(),
        to.partitionOf(),
        Optional.empty(),
        TableComparison::partitionOf);
    differences.compareIfSaid(
        Attribute.TABLE_INHERITS, from.inherits(), to.inherits(), List.of(), Wording::names);
  }

  /** The key is a list of names and expressions as somebody wrote it or as Postgres prints it. */
  private static boolean havePartitioningAlike(Table from, Table to) {
    if (from.partitioning().isEmpty() || to.partitioning().isEmpty()) {
      return from.partitioning().equals(to.partitioning());
    }
    Partitioning one = from.partitioning().get();
    Partitioning other = to.partitioning().get();
    return one.strategy().equalsIgnoreCase(other.strategy())
        && bare(one.key()).equals(bare(other.key()));
  }

  private static String bare(SqlExpression key) {
    return key.text().replace("\"", "").replace(" ", "");
  }

  private void storage(Differences differences, Table from, Table to) {
    differences.compareIfSaid(
        Attribute.TABLE_STORAGE_PARAMETERS,
        from.storageParameters(),
        to.storageParameters(),
        Map.of(),
        Wording::parameters);
    differences.compareText(Attribute.TABLE_ACCESS_METHOD, from.accessMethod(), to.accessMethod());
    differences.compareText(Attribute.TABLE_TABLESPACE, from.tablespace(), to.tablespace());
  }

  private static String partitionKey(Optional<Partitioning> partitioning) {
    return partitioning.map(p -> p.strategy() + " (" + p.key().text() + ")").orElse("");
  }

  private static String partitionOf(Optional<PartitionOf> partition) {
    return partition.map(p -> p.parent() + " " + p.bound().text()).orElse("");
  }

  /** The privileges on the table and on its columns; a column stands before its grantee. */
  private static List<Grant> grants(Table table) {
    return allGrants(table.grants(), table.columnGrants());
  }

  static List<Grant> allGrants(List<Grant> grants, Map<String, List<Grant>> columnGrants) {
    List<Grant> all = new ArrayList<>(grants);
    columnGrants.forEach((column, list) ->
        list.forEach(g ->
            all.add(
                new Grant(
                    column + ":" + g.grantee(), g.grantor(), g.privileges(), g.grantable()))));
    return all;
  }
}
