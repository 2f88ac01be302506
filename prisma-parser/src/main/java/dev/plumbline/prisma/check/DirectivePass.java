package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Comment.Directive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pass that reads directives, each by the place it stands at. */
final class DirectivePass {
  private static final String ADDITION = "pg";

  private final SchemaDraft schema;
  private final Report report;
  private final DirectiveReader reader;
  private final ModelDirectives models;
  private final FieldDirectives fields;

  DirectivePass(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
    Values values = new Values(report);
    this.reader = new DirectiveReader(report, values);
    IndexDirectives indexes = new IndexDirectives(report, values);
    this.models = new ModelDirectives(report, values, indexes);
    this.fields = new FieldDirectives(report, values, indexes);
  }

  void run() {
    schema.modelsAndViews().forEach(this::model);
    schema.enums().forEach(this::enumeration);
  }

  private void model(ModelDraft model) {
    if (model.isView()) {
      allDirectives(model).forEach(directive -> misplaced(directive, "a view"));
      return;
    }
    List<Directive> ofModel = new ArrayList<>(model.notes().directives());
    model.fields().forEach(this::field);
    for (ModelDraft.AttributeLine line : model.attributes()) {
      ofModel.addAll(attribute(model, line));
    }
    ofModel.addAll(model.looseDirectives());
    once(ofModel, ModelDirectives.ONCE);
    for (Directive directive : ofModel) {
      reader.open(directive).ifPresent(arguments -> models.read(model, directive, arguments));
    }
  }

  private static Stream<Directive> allDirectives(ModelDraft model) {
    Stream<Directive> ofMembers =
        Stream.concat(
                model.lines().stream().map(ModelDraft.FieldLine::notes),
                model.attributes().stream().map(ModelDraft.AttributeLine::notes))
            .flatMap(notes -> notes.directives().stream());
    Stream<Directive> ofBlock =
        Stream.concat(model.notes().directives().stream(), model.looseDirectives().stream());
    return Stream.concat(ofBlock, ofMembers);
  }

  // What adds to the attribute is read here; what stands for itself belongs to the model.
  private List<Directive> attribute(ModelDraft model, ModelDraft.AttributeLine line) {
    if (line.notes().directives().isEmpty()) {
      return List.of();
    }
    List<Directive> adding =
        line.notes().directives().stream().filter(DirectivePass::addsToAKey).toList();
    List<Directive> others = new ArrayList<>(line.notes().directives());
    others.removeAll(adding);
    Optional<KeyDraft> key = key(model, line);
    if (key.isPresent()) {
      once(adding, List.of(ADDITION, "pg.renamedFrom"));
      fields.addToKey(key.get(), open(adding));
    } else {
      adding.forEach(
          directive -> misplaced(directive, "`@@" + line.attribute().name().text() + "`"));
    }
    return others;
  }

  private static boolean addsToAKey(Directive directive) {
    String name = directive.attribute().name().text();
    return name.equals(ADDITION) || name.equals("pg.renamedFrom");
  }

  private static Optional<KeyDraft> key(ModelDraft model, ModelDraft.AttributeLine line) {
    return Stream.concat(model.primaryKey().stream(), model.indexes().stream())
        .filter(key -> key.attribute().equals(line.attribute()))
        .findFirst();
  }

  private void field(FieldDraft field) {
    List<Directive> directives = field.notes().directives();
    if (directives.isEmpty()) {
      return;
    }
    switch (field) {
      case RelationDraft ignored ->
          directives.forEach(directive -> misplaced(directive, "a relation field"));
      case ScalarDraft scalar -> {
        once(directives, FieldDirectives.ONCE);
        fields.read(scalar, open(directives));
      }
    }
  }

  private List<DirectiveReader.Opened> open(List<Directive> directives) {
    return directives.stream()
        .flatMap(directive ->
            reader
                .open(directive)
                .map(arguments -> new DirectiveReader.Opened(directive, arguments))
                .stream())
        .toList();
  }

  private void enumeration(EnumDraft type) {
    once(type.notes().directives(), List.of("pg.renamedFrom"));
    open(type.notes().directives())
        .forEach(opened -> reader.renamedFrom(opened, "an enum").ifPresent(type::setRenamedFrom));
    for (ModelDraft.AttributeLine line : type.attributes()) {
      line.notes()
          .directives()
          .forEach(directive -> misplaced(directive, "`@@" + line.attribute().name().text() + "`"));
    }
    for (EnumDraft.ValueDraft value : type.values()) {
      once(value.notes().directives(), List.of("pg.renamedFrom"));
      open(value.notes().directives())
          .forEach(opened ->
              reader.renamedFrom(opened, "a value of an enum").ifPresent(value::setRenamedFrom));
    }
  }

  private void misplaced(Directive directive, String place) {
    reader.misplaced(directive, place);
  }

  private void once(List<Directive> directives, List<String> names) {
    Map<String, Integer> counts = new HashMap<>();
    for (Directive directive : directives) {
      String name = directive.attribute().name().text();
      if (names.contains(name) && counts.merge(name, 1, Integer::sum) > 1) {
        report.error(
            SchemaRule.DIRECTIVE_IS_UNIQUE,
            directive.span(),
            "The directive `@" + name + "` can only be written once here.");
      }
    }
  }
}
