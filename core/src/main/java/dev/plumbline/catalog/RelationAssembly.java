package dev.plumbline.catalog;

import dev.plumbline.catalog.RelationRows.Relation;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.Comparator;
import java.util.List;

/** Hangs columns, constraints, indexes, triggers and policies on their tables and views. */
record RelationAssembly(
    ColumnRows columns,
    IndexRows indexes,
    ConstraintRows constraints,
    TriggerRows triggers,
    PolicyRows policies) {

  List<Table> tables(RelationRows relations) {
    return relations.relations().stream()
        .filter(Relation::isTable)
        .map(this::table)
        .sorted(Comparator.comparing(Table::name))
        .toList();
  }

  List<View> views(RelationRows relations) {
    return relations.relations().stream()
        .filter(relation -> !relation.isTable())
        .map(this::view)
        .sorted(Comparator.comparing(View::name))
        .toList();
  }

  private Table table(Relation relation) {
    long oid = relation.oid();
    boolean isPartition = relation.partitionBound().isPresent();
    return new Table(
        relation.name(),
        columns.of(oid),
        constraints.of(oid),
        indexes.of(oid),
        relation.persistence(),
        relation.partitioning(),
        relation.partitionOf(),
        isPartition ? List.of() : relation.parents(),
        relation.options(),
        relation.accessMethod(),
        relation.tablespace(),
        relation.rowSecurity(),
        policies.of(oid),
        triggers.triggersOf(oid),
        triggers.hasDisabledHiddenTriggers(oid),
        triggers.rulesOf(oid),
        relation.replicaIdentity(),
        relation.comment(),
        relation.owner(),
        relation.grants(),
        columns.grantsOf(oid));
  }

  private View view(Relation relation) {
    long oid = relation.oid();
    return new View(
        relation.name(),
        relation.kind() == 'm',
        columns.of(oid),
        query(relation.definition().orElse("")),
        relation.options(),
        relation.accessMethod(),
        relation.tablespace(),
        relation.populated(),
        indexes.of(oid),
        triggers.triggersOf(oid),
        triggers.rulesOf(oid),
        relation.comment(),
        relation.owner(),
        relation.grants(),
        columns.grantsOf(oid));
  }

  private static SqlExpression query(String definition) {
    String text = definition.strip();
    return new SqlExpression(
        text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text);
  }
}
