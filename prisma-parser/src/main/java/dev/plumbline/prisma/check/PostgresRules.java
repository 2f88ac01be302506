package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.SchemaDraft.EnumTop;
import dev.plumbline.prisma.check.SchemaDraft.ModelTop;
import dev.plumbline.prisma.check.SchemaDraft.Top;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.IndexPredicate.Condition;
import dev.plumbline.prisma.model.IndexPredicate.Operand;
import dev.plumbline.source.Span;
import java.util.Iterator;
import java.util.List;

/** Warns of what Prisma accepts although Postgres refuses it. */
final class PostgresRules {
  private final SchemaDraft schema;
  private final Settings settings;
  private final Report report;
  private final PostgresNameRules names;
  private final PostgresIndexRules indexes;
  private final PostgresDefaultRules defaults;

  PostgresRules(SchemaDraft schema, Settings settings, Report report) {
    this.schema = schema;
    this.settings = settings;
    this.report = report;
    this.names = new PostgresNameRules(report);
    this.indexes = new PostgresIndexRules(report);
    this.defaults = new PostgresDefaultRules(report);
  }

  void check() {
    settings
        .datasource()
        .flatMap(Datasource::extensions)
        .ifPresent(extensions -> extensions.forEach(names::check));
    for (Top top : schema.tops()) {
      switch (top) {
        case ModelTop(ModelDraft model) -> check(model);
        case EnumTop(EnumDraft type) -> names.check(type);
        case SchemaDraft.CompositeTop ignored -> {}
      }
    }
    settings
        .schemas()
        .ifPresent(list ->
            names.unused(settings.datasource().map(Datasource::schemas).orElse(List.of()), list));
    for (RelationPair relation : schema.relations()) {
      names.check(relation);
      if (settings.usesForeignKeys() && !relation.from().isView() && !relation.to().isView()) {
        relation.forward().ifPresent(this::typesCanBeCompared);
      }
    }
  }

  private void check(ModelDraft model) {
    names.check(model);
    if (model.isView()) {
      return;
    }
    model.scalarFields().forEach(defaults::check);
    model.primaryKey().ifPresent(indexes::check);
    for (KeyDraft index : model.indexes()) {
      indexes.check(index);
      index.where().ifPresent(predicate -> check(index, predicate));
    }
  }

  private void typesCanBeCompared(RelationDraft field) {
    Iterator<ScalarDraft> referenced = field.referenced().iterator();
    for (ScalarDraft column : field.referencing()) {
      PostgresType from = PostgresType.of(column);
      PostgresType to = PostgresType.of(referenced.next());
      if (!from.canReferTo(to)) {
        report.warning(
            SchemaRule.POSTGRES_TAKES_THE_REFERENCE,
            field.span(),
            "Postgres refuses this foreign key: `%s` is of type %s and cannot refer to %s."
                .formatted(column.name(), from, to));
      }
    }
  }

  private void check(KeyDraft index, IndexPredicate predicate) {
    switch (predicate) {
      case IndexPredicate.Raw ignored -> {}
      case IndexPredicate.Conditions(List<Condition> conditions) ->
          conditions.forEach(condition -> check(index, condition));
    }
  }

  private void check(KeyDraft index, Condition condition) {
    if (!(index.model().field(condition.field()).orElse(null) instanceof ScalarDraft field)) {
      return;
    }
    Span span = index.argument("where");
    if (field.isList() && !(condition.value() instanceof Operand.Null)) {
      refuse(span, "`" + field.name() + "` is a list, the value is not");
    } else if (field.type() instanceof FieldType.EnumReference(String name)
        && condition.value() instanceof Operand.Text(String text)
        && schema.enumNamed(name).flatMap(type -> type.value(text)).isEmpty()) {
      refuse(span, "the enum `" + name + "` has no value `" + text + "`");
    } else if (condition.value() instanceof Operand.Text(String text)) {
      PostgresDefaultRules.unreadable(field, text).ifPresent(reason -> refuse(span, reason));
    }
  }

  private void refuse(Span span, String reason) {
    report.warning(
        SchemaRule.POSTGRES_TAKES_THE_INDEX, span, "Postgres refuses this index: " + reason + ".");
  }
}
