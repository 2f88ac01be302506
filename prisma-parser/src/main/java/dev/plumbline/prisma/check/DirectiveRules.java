package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelDirective.Command;
import dev.plumbline.prisma.model.ModelDirective.Policy;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what directives say of tables, beside the rest of the schema. */
final class DirectiveRules {
  private final SchemaDraft schema;
  private final Report report;
  private final Map<InNamespace, Span> indexNames = new HashMap<>();

  private record InNamespace(Optional<String> namespace, String name) {}

  DirectiveRules(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  void check() {
    List<ModelDraft> models = schema.models();
    if (models.stream().anyMatch(model -> !model.directiveIndexes().isEmpty())) {
      models.forEach(this::takeNamesOfKeys);
    }
    models.forEach(this::check);
  }

  private void takeNamesOfKeys(ModelDraft model) {
    keys(model)
        .forEach(key ->
            indexNames.put(
                new InNamespace(model.namespaceName(), key.constraintName()), key.span()));
  }

  private static Stream<KeyDraft> keys(ModelDraft model) {
    return Stream.concat(model.primaryKey().stream(), model.indexes().stream());
  }

  private void check(ModelDraft model) {
    model.directiveIndexes().forEach(index -> indexNameIsFree(model, index));
    constraintNamesAreFree(model);
    policies(model);
    for (ModelDirective directive : model.directives()) {
      switch (directive) {
        case ModelDirective.Partition partition -> partition(model, partition);
        case ModelDirective.Hypertable hypertable -> hypertable(model, hypertable);
        case ModelDirective.Check ignored -> {}
        case ModelDirective.Exclude ignored -> {}
        case ModelDirective.With ignored -> {}
        case ModelDirective.Unlogged ignored -> {}
        case ModelDirective.RowLevelSecurity ignored -> {}
        case Policy ignored -> {}
        case ModelDirective.RenamedFrom ignored -> {}
      }
    }
  }

  private void indexNameIsFree(ModelDraft model, ModelIndex index) {
    index
        .constraintName()
        .filter(name ->
            indexNames.put(new InNamespace(model.namespaceName(), name), index.span()) != null)
        .ifPresent(name -> taken(index.span(), "an index", name, "map"));
  }

  private void constraintNamesAreFree(ModelDraft model) {
    Set<String> names = new HashSet<>();
    model.primaryKey().ifPresent(key -> names.add(key.constraintName()));
    for (ModelDirective directive : model.directives()) {
      constraintName(directive)
          .filter(name -> !names.add(name))
          .ifPresent(name -> taken(directive.span(), "a constraint", name, "map"));
    }
  }

  private static Optional<String> constraintName(ModelDirective directive) {
    return switch (directive) {
      case ModelDirective.Check check -> check.constraintName();
      case ModelDirective.Exclude exclude -> exclude.constraintName();
      case ModelDirective.Partition ignored -> Optional.empty();
      case ModelDirective.Hypertable ignored -> Optional.empty();
      case ModelDirective.With ignored -> Optional.empty();
      case ModelDirective.Unlogged ignored -> Optional.empty();
      case ModelDirective.RowLevelSecurity ignored -> Optional.empty();
      case Policy ignored -> Optional.empty();
      case ModelDirective.RenamedFrom ignored -> Optional.empty();
    };
  }

  private void taken(Span span, String what, String name, String argument) {
    report.error(
        SchemaRule.CONSTRAINT_NAME_IS_UNIQUE,
        span,
        "There is " + what + " called `" + name + "` already.",
        Optional.of("Give this one another `" + argument + "`."));
  }

  private void policies(ModelDraft model) {
    Set<String> names = new HashSet<>();
    List<ModelDirective> directives = model.directives();
    boolean secured =
        directives.stream().anyMatch(ModelDirective.RowLevelSecurity.class::isInstance);
    for (ModelDirective directive : directives) {
      if (directive instanceof Policy policy) {
        policyFits(policy);
        if (!names.add(policy.name())) {
          taken(policy.span(), "a policy", policy.name(), "name");
        }
        if (!secured) {
          report.warning(
              SchemaRule.POLICY_HAS_ROW_SECURITY,
              policy.span(),
              "A policy without row security does nothing; add `@pg.rls`.");
        }
      }
    }
  }

  // Postgres looks at rows that are there with USING, and at rows to come with WITH CHECK.
  private void policyFits(Policy policy) {
    Command command = policy.command();
    if (command == Command.INSERT && policy.using().isPresent()) {
      refuse(
          policy.span(), "An inserted row was not there before.", "Write `withCheck` for `using`.");
    }
    boolean onlyReads = command == Command.SELECT || command == Command.DELETE;
    if (onlyReads && policy.withCheck().isPresent()) {
      refuse(
          policy.span(), "The statement makes no row to check.", "Write `using` for `withCheck`.");
    }
  }

  private void partition(ModelDraft model, ModelDirective.Partition partition) {
    if (model.directives().stream().anyMatch(ModelDirective.Hypertable.class::isInstance)) {
      refuse(
          partition.span(),
          "A hypertable is partitioned by TimescaleDB.",
          "Leave `@pg.partition` or `@pg.hypertable` out.");
    }
    List<String> columns = new ArrayList<>();
    for (IndexKey key : partition.keys()) {
      switch (key) {
        case IndexKey.OfField field -> columns.add(field.field());
        case IndexKey.OfExpression ignored -> keysCannotHoldAnExpression(model);
      }
    }
    keysHold(model, columns, "Postgres");
  }

  private void keysCannotHoldAnExpression(ModelDraft model) {
    uniqueKeys(model)
        .forEach(key ->
            report.warning(
                SchemaRule.POSTGRES_TAKES_THE_PARTITION_KEY,
                key.span(),
                "Postgres refuses this key: the table is partitioned by an expression."));
  }

  private static Stream<KeyDraft> uniqueKeys(ModelDraft model) {
    return keys(model).filter(key -> key.kind() == KeyDraft.Kind.ID || key.isUnique());
  }

  private void keysHold(ModelDraft model, List<String> columns, String who) {
    uniqueKeys(model)
        .filter(key -> !key.fieldNames().containsAll(columns))
        .forEach(key ->
            report.warning(
                SchemaRule.POSTGRES_TAKES_THE_PARTITION_KEY,
                key.span(),
                "%s refuses this key: it must hold the %s by which the table is partitioned."
                    .formatted(who, KeyFields.withLeadingWord(columns))));
  }

  private void hypertable(ModelDraft model, ModelDirective.Hypertable hypertable) {
    keysHold(model, List.of(hypertable.timeField()), "TimescaleDB");
    String column =
        model.scalarFields().stream()
            .filter(field -> field.name().equals(hypertable.timeField()))
            .map(ScalarDraft::databaseName)
            .findFirst()
            .orElse(hypertable.timeField());
    report.warning(
        SchemaRule.HYPERTABLE_IS_MADE_BY_HAND,
        hypertable.span(),
        "Plumbline makes an ordinary table of it. Run then: "
            + hypertable.statement(model.namespaceName(), model.databaseName(), column));
  }

  private void refuse(Span span, String message, String help) {
    report.error(SchemaRule.DIRECTIVES_FIT_TOGETHER, span, message, Optional.of(help));
  }
}
