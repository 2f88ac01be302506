package dev.plumbline.parity;

import dev.plumbline.parity.ModelDraft.FieldDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds comments and {@code @pg} directives to random models. To Prisma all of them are comments.
 */
final class RandomDirectives {
  private final Draw draw;
  private final RandomNames names;

  RandomDirectives(Draw draw, RandomNames names) {
    this.draw = draw;
    this.names = names;
  }

  void add(ModelDraft model) {
    if (draw.chance(50)) {
      model.commentLines.add(
          draw.of("Holds rows.", "It's \\ \"quoted\"", "Größe 🚀", "two", "-- ; $$"));
    }
    model.fields.forEach(field -> addToField(model, field));
    for (int i = draw.between(0, 3); i > 0; i--) {
      addToModel(model);
    }
  }

  private void addToField(ModelDraft model, FieldDraft field) {
    if (draw.chance(15)) {
      field.commentLines.add(draw.of("What it is.", "It's 'so'", "日本"));
    }
    boolean plain =
        field.attributes.stream()
            .noneMatch(
                a -> a.startsWith("@default") || a.startsWith("@id") || a.startsWith("@unique"));
    boolean free = plain && model.keys.stream().noneMatch(key -> key.contains(field));
    if (free && !field.foreign && field.arity.equals("?") && draw.chance(15)) {
      generated(field);
    }
    if (plain
        && List.of("Int", "BigInt").contains(field.type)
        && field.required()
        && !field.foreign
        && field.randomType.nativeType().isEmpty()
        && draw.chance(25)) {
      field.commentLines.add(
          draw.of(
              "@pg.identity",
              "@pg.identity(always: true)",
              "@pg.identity(start: 100, increment: 5)",
              "@pg.identity(increment: -1, cache: 3, cycle: true)"));
    }
    if (field.family == RandomType.Family.TEXT
        && !field.list()
        && !field.foreign
        && draw.chance(15)) {
      field.commentLines.add(draw.of("@pg.collate(\"C\")", "@pg.collate(\"POSIX\")"));
    }
  }

  private void generated(FieldDraft field) {
    switch (field.type) {
      case "Int" -> field.commentLines.add("@pg.generated(\"1 + 2\")");
      case "Boolean" -> field.commentLines.add("@pg.generated(\"(1 > 2)\")");
      case "Float" -> field.commentLines.add("@pg.generated(\"2 * 1.5\")");
      default -> {
        // Other types have too many forms for an expression that fits them all.
      }
    }
  }

  private void addOnce(ModelDraft model, String directive) {
    String word = directive.replaceFirst("\\(.*", "");
    if (model.commentLines.stream().noneMatch(line -> line.startsWith(word))) {
      model.commentLines.add(directive);
    }
  }

  private void addToModel(ModelDraft model) {
    FieldDraft field = draw.of(model.fields);
    String column = column(field);
    switch (draw.between(0, 7)) {
      case 0 ->
          model.commentLines.add(
              "@pg.check(\""
                  + column
                  + " IS NOT NULL OR 1 < 2\""
                  + draw.of("", ", noInherit: true")
                  + map()
                  + ")");
      case 1 ->
          model.commentLines.add("@pg.check(\"num_nulls(" + column + ") >= 0\"" + map() + ")");
      case 2 ->
          model.commentLines.add(
              "@pg.index([expr(\"num_nulls("
                  + column
                  + ")\")]"
                  + map()
                  + ", where: \""
                  + column
                  + " is not null\")");
      case 3 -> addIndex(model);
      case 4 -> addOnce(model, "@pg.with(\"fillfactor=" + draw.between(20, 90) + "\")");
      case 5 -> addOnce(model, draw.of("@pg.rls", "@pg.rls(force: true)"));
      case 6 ->
          model.commentLines.add(
              "@pg.policy(\""
                  + names.constraintName()
                  + "\", for: "
                  + draw.of("All", "Select", "Update", "Delete")
                  + ", using: \""
                  + column
                  + " is null\""
                  + draw.of("", ", permissive: false")
                  + ")");
      default ->
          model.commentLines.add(
              "@pg.policy(\"" + names.constraintName() + "\", for: Insert, withCheck: \"true\")");
    }
  }

  private void addIndex(ModelDraft model) {
    List<FieldDraft> ordered = model.fields.stream().filter(FieldDraft::ordered).toList();
    List<FieldDraft> fields = draw.some(ordered, 3);
    if (fields.isEmpty()) {
      return;
    }
    var keys = new ArrayList<String>();
    for (FieldDraft field : fields) {
      keys.add(
          field.name + draw.of("", "(sort: Desc)", "(nulls: First)", "(sort: Desc, nulls: Last)"));
    }
    String include = draw.chance(40) ? ", include: [" + draw.of(model.fields).name + "]" : "";
    model.commentLines.add(
        draw.of("@pg.index(", "@pg.unique(")
            + keys
            + map()
            + include
            + draw.of("", ", with: \"fillfactor=80\"")
            + draw.of("", ", comment: \"it's why\"")
            + ")");
  }

  private static String column(FieldDraft field) {
    return RandomNames.inSql(field.column());
  }

  private String map() {
    return ", map: \"" + names.constraintName() + "\"";
  }
}
