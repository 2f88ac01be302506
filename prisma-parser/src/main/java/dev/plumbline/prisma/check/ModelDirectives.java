package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelDirective.Command;
import dev.plumbline.prisma.model.ModelDirective.Strategy;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the directives of a model. */
final class ModelDirectives {
  /** Those that can be said once only. */
  static final List<String> ONCE =
      List.of(
          "pg.unlogged", "pg.partition", "pg.hypertable", "pg.rls", "pg.renamedFrom", "pg.with");

  private final Report report;
  private final Values values;
  private final IndexDirectives indexes;

  ModelDirectives(Report report, Values values, IndexDirectives indexes) {
    this.report = report;
    this.values = values;
    this.indexes = indexes;
  }

  void read(ModelDraft model, Directive directive, Arguments arguments) {
    DirectiveReader.Opened opened = new DirectiveReader.Opened(directive, arguments);
    switch (opened.name()) {
      case "pg" -> addition(model, arguments);
      case "pg.index", "pg.unique" ->
          indexes.read(model, Optional.empty(), opened).ifPresent(model::add);
      case "pg.check" ->
          DirectiveReader.check(arguments, values, Optional.empty()).ifPresent(model::add);
      case "pg.exclude" -> exclude(arguments).ifPresent(model::add);
      case "pg.with" -> with(arguments).ifPresent(model::add);
      case "pg.unlogged" -> unlogged(model, arguments);
      case "pg.partition" -> partition(model, arguments).ifPresent(model::add);
      case "pg.hypertable" -> hypertable(model, arguments).ifPresent(model::add);
      case "pg.rls" -> model.add(DirectiveReader.rowLevelSecurity(arguments, values));
      case "pg.policy" -> policy(arguments).ifPresent(model::add);
      case "pg.renamedFrom" -> renamedFrom(model, arguments);
      default -> {
        new DirectiveReader(report, values).misplaced(directive, "a model");
        arguments.discard();
      }
    }
  }

  private void addition(ModelDraft model, Arguments arguments) {
    Span span = arguments.span();
    text(arguments, "with")
        .map(text -> DirectiveReader.storageParameters(text, arguments))
        .ifPresent(parameters -> model.add(new ModelDirective.With(parameters, span)));
    text(arguments, "renamedFrom")
        .ifPresent(name -> model.add(new ModelDirective.RenamedFrom(name, span)));
    if (DirectiveReader.truth(arguments, values, "unlogged", false)) {
      model.add(new ModelDirective.Unlogged(span));
    }
    if (DirectiveReader.truth(arguments, values, "rls", false)) {
      model.add(new ModelDirective.RowLevelSecurity(false, span));
    }
    arguments.rejectUnread();
  }

  private Optional<ModelDirective> exclude(Arguments arguments) {
    Optional<String> elements = DirectiveReader.namedOrFirstText(arguments, values, "elements");
    String method = text(arguments, "using").orElse("gist");
    Optional<String> where = text(arguments, "where");
    Optional<String> map = text(arguments, "map");
    boolean deferred = DirectiveReader.truth(arguments, values, "initiallyDeferred", false);
    boolean deferrable = DirectiveReader.truth(arguments, values, "deferrable", deferred);
    Optional<String> comment = text(arguments, "comment");
    arguments.rejectUnread();
    return elements.map(sql ->
        new ModelDirective.Exclude(
            sql, method, where, map, deferrable, deferred, comment, arguments.span()));
  }

  private Optional<ModelDirective> with(Arguments arguments) {
    Optional<String> parameters = DirectiveReader.namedOrFirstText(arguments, values, "parameters");
    arguments.rejectUnread();
    return parameters.map(text ->
        new ModelDirective.With(
            DirectiveReader.storageParameters(text, arguments), arguments.span()));
  }

  private static void unlogged(ModelDraft model, Arguments arguments) {
    model.add(new ModelDirective.Unlogged(arguments.span()));
    arguments.rejectUnread();
  }

  private static Optional<Strategy> strategy(String word) {
    return switch (word) {
      case "Range" -> Optional.of(Strategy.RANGE);
      case "List" -> Optional.of(Strategy.LIST);
      case "Hash" -> Optional.of(Strategy.HASH);
      default -> Optional.empty();
    };
  }

  private Optional<ModelDirective> partition(ModelDraft model, Arguments arguments) {
    Optional<Strategy> strategy =
        indexes.word(arguments, "by", ModelDirectives::strategy, "Range, List, Hash");
    Optional<Expression> list = arguments.namedOrFirst("fields").filter(found -> !isText(found));
    Optional<ModelDirective> partition =
        list.flatMap(found -> indexes.keys(model, found))
            .map(keys ->
                new ModelDirective.Partition(
                    strategy.orElse(Strategy.RANGE), keys, arguments.span()));
    arguments.rejectUnread();
    return partition;
  }

  private boolean isText(Expression fields) {
    if (fields instanceof StringLiteral text) {
      values.mismatch(
          "list of fields", text, Optional.of("Write `@pg.partition([field], by: Range)`."));
      return true;
    }
    return false;
  }

  private Optional<ModelDirective> hypertable(ModelDraft model, Arguments arguments) {
    Optional<Expression> by = arguments.namedOrFirst("by");
    Optional<String> field =
        by.flatMap(values::constant).flatMap(name -> indexes.column(model, name, by.get().span()));
    Optional<String> chunk = text(arguments, "chunk");
    Map<String, String> settings = new TreeMap<>();
    arguments
        .rest()
        .forEach((name, value) -> setting(value).ifPresent(it -> settings.put(name, it)));
    return field.map(
        name -> new ModelDirective.Hypertable(name, chunk, settings, arguments.span()));
  }

  private Optional<String> setting(Expression value) {
    return switch (value) {
      case StringLiteral text -> Optional.of(text.value());
      case NumberLiteral number -> Optional.of(number.digits());
      case Constant word -> Optional.of(word.name());
      case Expression.ArrayLiteral other -> values.mismatch("string", other);
      case Expression.FunctionCall other -> values.mismatch("string", other);
      case Expression.ObjectLiteral other -> values.mismatch("string", other);
    };
  }

  private static Optional<Command> command(String word) {
    for (Command command : Command.values()) {
      if (command.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  private Optional<ModelDirective> policy(Arguments arguments) {
    Optional<String> name = DirectiveReader.namedOrFirstText(arguments, values, "name");
    Command command =
        indexes
            .word(arguments, "for", ModelDirectives::command, "All, Select, Insert, Update, Delete")
            .orElse(Command.ALL);
    List<String> roles =
        arguments.optional("to").flatMap(list -> values.list(list, this::role)).orElse(List.of());
    Optional<String> using = text(arguments, "using");
    Optional<String> withCheck = text(arguments, "withCheck");
    boolean permissive = DirectiveReader.truth(arguments, values, "permissive", true);
    Optional<String> comment = text(arguments, "comment");
    arguments.rejectUnread();
    return name.map(text ->
        new ModelDirective.Policy(
            text, permissive, command, roles, using, withCheck, comment, arguments.span()));
  }

  private Optional<String> role(Expression expression) {
    return expression instanceof StringLiteral text
        ? Optional.of(text.value())
        : values.constant(expression);
  }

  private void renamedFrom(ModelDraft model, Arguments arguments) {
    DirectiveReader.renamedFrom(arguments, values)
        .ifPresent(name -> model.add(new ModelDirective.RenamedFrom(name, arguments.span())));
  }

  private Optional<String> text(Arguments arguments, String name) {
    return DirectiveReader.text(arguments, values, name);
  }
}
