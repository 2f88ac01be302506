package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.DirectiveReader.Opened;
import dev.plumbline.prisma.check.KeyDraft.Kind;
import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDirective;
import dev.plumbline.prisma.model.FieldDirective.SequenceSettings;
import dev.plumbline.prisma.model.IndexOptions;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the directives of a column, and of a key. */
final class FieldDirectives {
  /** Those that can be said once only. */
  static final List<String> ONCE =
      List.of("pg", "pg.generated", "pg.identity", "pg.collate", "pg.renamedFrom");

  private final Report report;
  private final Values values;
  private final IndexDirectives indexes;

  FieldDirectives(Report report, Values values, IndexDirectives indexes) {
    this.report = report;
    this.values = values;
    this.indexes = indexes;
  }

  void read(ScalarDraft field, List<Opened> directives) {
    directives.forEach(opened -> read(field, opened));
    defaultIsOne(field);
  }

  private void read(ScalarDraft field, Opened opened) {
    Arguments arguments = opened.arguments();
    switch (opened.name()) {
      case "pg" -> addition(field, arguments);
      case "pg.index", "pg.unique" ->
          indexes.read(field.model(), Optional.of(field), opened).ifPresent(field.model()::add);
      case "pg.check" ->
          DirectiveReader.check(arguments, values, Optional.of(field.name()))
              .ifPresent(field.model()::add);
      case "pg.generated" -> generated(arguments).ifPresent(field::add);
      case "pg.identity" -> identity(field, arguments).ifPresent(field::add);
      case "pg.collate" -> collate(field, arguments).ifPresent(field::add);
      case "pg.renamedFrom" ->
          DirectiveReader.renamedFrom(arguments, values)
              .ifPresent(name -> field.add(new FieldDirective.RenamedFrom(name, arguments.span())));
      default -> {
        new DirectiveReader(report, values).misplaced(opened.directive(), "a field");
        arguments.discard();
      }
    }
  }

  // What speaks of an index adds to @unique or @id of the field, the rest to the column.
  private void addition(ScalarDraft field, Arguments arguments) {
    Span span = arguments.span();
    text(arguments, "collate").ifPresent(name -> field.add(new FieldDirective.Collate(name, span)));
    text(arguments, "generated")
        .ifPresent(sql -> field.add(new FieldDirective.Generated(sql, false, span)));
    text(arguments, "renamedFrom")
        .ifPresent(name -> field.add(new FieldDirective.RenamedFrom(name, span)));
    keyOf(field).ifPresent(key -> addToKey(key, arguments));
    arguments.rejectUnread();
  }

  private static Optional<KeyDraft> keyOf(ScalarDraft field) {
    ModelDraft model = field.model();
    return Stream.concat(model.indexes().stream(), model.primaryKey().stream())
        .filter(key -> key.onField() && key.fields().contains(field))
        .findFirst();
  }

  /** {@code @pg(…)} and {@code @pg.renamedFrom} at a block attribute. */
  void addToKey(KeyDraft key, List<Opened> directives) {
    for (Opened opened : directives) {
      Arguments arguments = opened.arguments();
      if (opened.name().equals("pg")) {
        addToKey(key, arguments);
        arguments.rejectUnread();
      } else {
        DirectiveReader.renamedFrom(arguments, values).ifPresent(name -> addToKey(key, name));
      }
    }
  }

  private void addToKey(KeyDraft key, String renamedFrom) {
    KeyAddition before = key.model().addition(key);
    IndexOptions options = before.options();
    key.model()
        .add(
            key,
            new KeyAddition(
                before.where(),
                new IndexOptions(
                    options.include(),
                    options.storageParameters(),
                    options.nullsDistinct(),
                    Optional.of(renamedFrom))));
  }

  private void addToKey(KeyDraft key, Arguments arguments) {
    boolean mayBePartial = key.kind() == Kind.UNIQUE || key.kind() == Kind.INDEX;
    Optional<String> where = mayBePartial ? text(arguments, "where") : Optional.empty();
    if (where.isPresent() && key.where().isPresent()) {
      arguments.error(
          SchemaRule.PREDICATE_IS_GIVEN_ONCE,
          "The index already has a `where` argument of its own.");
    }
    KeyAddition before = key.model().addition(key);
    IndexOptions options = indexes.options(key.model(), arguments, key.isUnique());
    Optional<String> renamedFrom = options.renamedFrom().or(() -> before.options().renamedFrom());
    Map<String, String> parameters = new TreeMap<>(before.options().storageParameters());
    parameters.putAll(options.storageParameters());
    key.model()
        .add(
            key,
            new KeyAddition(
                where,
                new IndexOptions(
                    options.include(), parameters, options.nullsDistinct(), renamedFrom)));
  }

  private Optional<FieldDirective> generated(Arguments arguments) {
    Optional<String> expression = DirectiveReader.namedOrFirstText(arguments, values, "expression");
    boolean virtual = DirectiveReader.truth(arguments, values, "virtual", false);
    arguments.rejectUnread();
    return expression.map(sql -> new FieldDirective.Generated(sql, virtual, arguments.span()));
  }

  private Optional<FieldDirective> identity(ScalarDraft field, Arguments arguments) {
    boolean always = DirectiveReader.truth(arguments, values, "always", false);
    SequenceSettings sequence =
        new SequenceSettings(
            number(arguments, "start"),
            number(arguments, "increment"),
            number(arguments, "min"),
            number(arguments, "max"),
            number(arguments, "cache"),
            DirectiveReader.truth(arguments, values, "cycle", false));
    arguments.rejectUnread();
    boolean whole = field.is(ScalarType.INT) || field.is(ScalarType.BIG_INT);
    if (!whole || field.isList()) {
      arguments.error(
          SchemaRule.DIRECTIVE_FITS_THE_FIELD,
          "Only a field of type `Int` or `BigInt` can be an identity.");
      return Optional.empty();
    }
    if (!field.isRequired()) {
      arguments.error(
          SchemaRule.DIRECTIVE_FITS_THE_FIELD,
          "An identity is never null in Postgres.",
          "Take the `?` away.");
      return Optional.empty();
    }
    return Optional.of(new FieldDirective.Identity(always, sequence, arguments.span()));
  }

  private Optional<FieldDirective> collate(ScalarDraft field, Arguments arguments) {
    Optional<String> name = DirectiveReader.namedOrFirstText(arguments, values, "name");
    arguments.rejectUnread();
    if (!field.is(ScalarType.STRING) && !field.isUnsupported()) {
      arguments.error(
          SchemaRule.DIRECTIVE_FITS_THE_FIELD,
          "Only a field of type `String` can have a collation.");
      return Optional.empty();
    }
    return name.map(found -> new FieldDirective.Collate(found, arguments.span()));
  }

  private void defaultIsOne(ScalarDraft field) {
    Optional<FieldDirective> source =
        field.directives().stream().filter(FieldDirectives::givesTheValue).findFirst();
    Optional<FieldDefault> value = field.defaultValue().flatMap(ScalarDraft.DefaultDraft::value);
    field.directives().stream()
        .filter(FieldDirectives::givesTheValue)
        .skip(1)
        .forEach(second ->
            report.error(
                SchemaRule.DIRECTIVES_FIT_TOGETHER,
                second.span(),
                "A column is generated or an identity, and not both.",
                Optional.of("Leave one of them out.")));
    if (source.isPresent() && value.filter(found -> contradicts(source.get(), found)).isPresent()) {
      report.error(
          SchemaRule.DIRECTIVE_FITS_THE_FIELD,
          source.get().span(),
          "The column cannot have a default beside this.",
          Optional.of("`@default(dbgenerated())` tells Prisma Client that the database gives it."));
    }
  }

  private static boolean givesTheValue(FieldDirective directive) {
    return switch (directive) {
      case FieldDirective.Generated ignored -> true;
      case FieldDirective.Identity ignored -> true;
      case FieldDirective.Collate ignored -> false;
      case FieldDirective.RenamedFrom ignored -> false;
    };
  }

  private static boolean contradicts(FieldDirective directive, FieldDefault value) {
    return switch (value) {
      case FieldDefault.Autoincrement ignored -> directive instanceof FieldDirective.Generated;
      case FieldDefault.DatabaseGenerated generated -> generated.sql().isPresent();
      case FieldDefault.ClientGenerated ignored -> directive instanceof FieldDirective.Generated;
      case FieldDefault.Constant ignored -> true;
      case FieldDefault.ConstantList ignored -> true;
      case FieldDefault.Now ignored -> true;
    };
  }

  private Optional<Long> number(Arguments arguments, String name) {
    return arguments.optional(name).flatMap(values::integer);
  }

  private Optional<String> text(Arguments arguments, String name) {
    return DirectiveReader.text(arguments, values, name);
  }
}
