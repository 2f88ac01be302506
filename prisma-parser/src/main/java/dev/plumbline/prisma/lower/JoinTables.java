package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.Relation.End;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the tables of implicit many-to-many relations: columns {@code A} and {@code B}, which are
 * the key together, and an index for the way back from {@code B}.
 */
final class JoinTables {
  private final PostgresNames names;
  private final ColumnLowering columns;
  private final Notebook notebook;
  private final boolean foreignKeys;

  JoinTables(PostgresNames names, ColumnLowering columns, Notebook notebook, boolean foreignKeys) {
    this.names = names;
    this.columns = columns;
    this.notebook = notebook;
    this.foreignKeys = foreignKeys;
  }

  Table lower(Relation.ManyToMany relation) {
    Model first = names.model(relation.first().model()).orElseThrow();
    Model second = names.model(relation.second().model()).orElseThrow();
    String word = "_" + relation.name().orElseGet(() -> first.name() + "To" + second.name());
    var table = new ObjectName(names.table(first).namespace(), names.kept(NameLimit.cut(word)));
    List<Column> joined = List.of(column(first, "A"), column(second, "B"));
    var constraints = new ArrayList<Constraint>();
    constraints.add(
        Constraint.PrimaryKey.of(KeyNames.joined(word, List.of(), "_AB_pkey"), List.of("A", "B")));
    if (foreignKeys) {
      constraints.add(foreignKey(word, "A", first));
      constraints.add(foreignKey(word, "B", second));
    }
    Table made = Table.of(table, joined, constraints, List.of(wayBack(word)), Optional.empty());
    note(made, relation.first());
    return made;
  }

  private Column column(Model model, String name) {
    return Column.of(name, columns.type(id(model)), false, new DefaultValue.None());
  }

  private ScalarField id(Model model) {
    String field = model.primaryKey().orElseThrow().fields().getFirst();
    return names.field(model, field);
  }

  private Constraint foreignKey(String word, String column, Model target) {
    return RelationLowering.foreignKey(
        KeyNames.joined(word, List.of(), "_" + column + "_fkey"),
        List.of(column),
        names.table(target),
        List.of(names.column(id(target))),
        ReferentialAction.CASCADE,
        ReferentialAction.CASCADE,
        Optional.empty());
  }

  private static Index wayBack(String word) {
    return new Index(
        KeyNames.joined(word, List.of(), "_B_index"),
        "btree",
        List.of(new IndexKey.OfColumn("B", IndexKey.Ordering.ascending())),
        List.of(),
        false,
        true,
        Optional.empty(),
        Map.of(),
        Index.State.VALID,
        false,
        false,
        Optional.empty());
  }

  private void note(Table table, End end) {
    Span span = end.span();
    notebook.origin(ObjectAddress.of(ObjectKind.TABLE, table.name()), span);
    for (Column column : table.columns()) {
      notebook.origin(ObjectAddress.of(ObjectKind.COLUMN, table.name(), column.name()), span);
    }
    for (Constraint constraint : table.constraints()) {
      notebook.origin(ObjectAddress.of(constraint.kind(), table.name(), constraint.name()), span);
    }
    for (Index index : table.indexes()) {
      notebook.origin(ObjectAddress.of(ObjectKind.INDEX, table.name(), index.name()), span);
    }
  }
}
