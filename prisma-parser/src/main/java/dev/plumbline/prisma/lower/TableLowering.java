package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.lower.LoweringOptions.Fidelity;
import dev.plumbline.prisma.model.FieldDirective;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tables of models. */
final class TableLowering {
  private final PostgresNames names;
  private final Comments comments;
  private final Notebook notebook;
  private final ColumnLowering columns;
  private final IndexLowering indexes;
  private final Optional<RelationLowering> relations;
  private final DirectiveLowering directives;
  private final Sequences sequenceNames = new Sequences();
  private final List<Sequence> sequences = new ArrayList<>();

  /**
   * @param relations who makes foreign keys; empty when there are none
   */
  TableLowering(
      PostgresNames names,
      Comments comments,
      Notebook notebook,
      Optional<RelationLowering> relations) {
    this.names = names;
    this.comments = comments;
    this.notebook = notebook;
    this.relations = relations;
    this.columns = new ColumnLowering(names, comments);
    this.indexes = new IndexLowering(names, comments, columns);
    this.directives = new DirectiveLowering(names, comments);
  }

  /** The sequences of the serial columns of the tables made so far. */
  List<Sequence> sequences() {
    return sequences;
  }

  Table lower(Model model) {
    ObjectName name = names.table(model);
    sequenceNames.reserve(name);
    note(ObjectKind.TABLE, name, model.span());
    directives(model, ModelDirective.RenamedFrom.class)
        .forEach(said -> notebook.renamed(ObjectAddress.of(ObjectKind.TABLE, name), said.name()));
    return new Table(
        name,
        model.scalarFields().stream().map(field -> column(model, name, field)).toList(),
        constraints(model, name),
        model.indexes().stream().map(index -> index(model, name, index)).toList(),
        DirectiveLowering.persistence(model),
        directives.partitioning(model),
        Optional.empty(),
        List.of(),
        DirectiveLowering.storageParameters(model),
        Optional.empty(),
        Optional.empty(),
        DirectiveLowering.rowSecurity(model),
        policies(model, name),
        List.of(),
        false,
        List.of(),
        Table.ReplicaIdentity.DEFAULT,
        comments.of(model.documentation()),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private Column column(Model model, ObjectName table, ScalarField field) {
    String name = names.column(field);
    note(ObjectKind.COLUMN, table, name, field.span());
    ColumnLowering.directives(field, FieldDirective.RenamedFrom.class)
        .forEach(said ->
            notebook.renamed(ObjectAddress.of(ObjectKind.COLUMN, table, name), said.name()));
    return columns.lower(field, sequence(model, table, field), isKey(model, field));
  }

  // Prisma takes optional fields in the key of an ignored model, and prints no NOT NULL.
  private boolean isKey(Model model, ScalarField field) {
    return names.fidelity() == Fidelity.POSTGRES
        && model.primaryKey().filter(key -> key.fields().contains(field.name())).isPresent();
  }

  private Optional<ObjectName> sequence(Model model, ObjectName table, ScalarField field) {
    if (!ColumnLowering.counts(field)) {
      return Optional.empty();
    }
    ObjectName sequence = sequenceNames.name(table, names.column(field));
    sequences.add(
        Sequences.owned(
            sequence,
            columns.type(field),
            new ColumnAddress(table, names.column(field)),
            DirectiveLowering.persistence(model)));
    note(ObjectKind.SEQUENCE, sequence, field.span());
    return Optional.of(sequence);
  }

  private List<Constraint> constraints(Model model, ObjectName table) {
    var constraints = new ArrayList<Constraint>();
    model
        .primaryKey()
        .ifPresent(key -> {
          Constraint.PrimaryKey made = indexes.primaryKey(model, key);
          notebook.renamed(address(table, made), key.options().renamedFrom());
          add(constraints, table, made, key.span());
        });
    relations.ifPresent(lowering ->
        lowering
            .references(model)
            .forEach(reference ->
                add(
                    constraints,
                    table,
                    lowering.foreignKey(model, reference),
                    reference.key().span())));
    addDirectives(constraints, model, table);
    return constraints;
  }

  private void addDirectives(List<Constraint> constraints, Model model, ObjectName table) {
    Set<String> taken = DirectiveLowering.namesOf(constraints, model);
    for (var check : directives(model, ModelDirective.Check.class)) {
      add(constraints, table, directives.check(model, check, taken), check.span());
    }
    for (var exclude : directives(model, ModelDirective.Exclude.class)) {
      add(constraints, table, directives.exclusion(model, exclude, taken), exclude.span());
    }
  }

  private void add(
      List<Constraint> constraints, ObjectName table, Constraint constraint, Span span) {
    constraints.add(constraint);
    notebook.origin(address(table, constraint), span);
  }

  private static ObjectAddress address(ObjectName table, Constraint constraint) {
    return ObjectAddress.of(constraint.kind(), table, constraint.name());
  }

  private Index index(Model model, ObjectName table, ModelIndex declared) {
    Index index = indexes.lower(model, declared);
    note(ObjectKind.INDEX, table, index.name(), declared.span());
    notebook.renamed(
        ObjectAddress.of(ObjectKind.INDEX, table, index.name()), declared.options().renamedFrom());
    return index;
  }

  private List<Policy> policies(Model model, ObjectName table) {
    var policies = new ArrayList<Policy>();
    for (var said : directives(model, ModelDirective.Policy.class)) {
      Policy policy = directives.policy(said);
      note(ObjectKind.POLICY, table, policy.name(), said.span());
      policies.add(policy);
    }
    return policies;
  }

  private static <T extends ModelDirective> List<T> directives(Model model, Class<T> kind) {
    return DirectiveLowering.directives(model, kind);
  }

  private void note(ObjectKind kind, ObjectName object, Span span) {
    notebook.origin(ObjectAddress.of(kind, object), span);
  }

  private void note(ObjectKind kind, ObjectName table, String part, Span span) {
    notebook.origin(ObjectAddress.of(kind, table, part), span);
  }
}
