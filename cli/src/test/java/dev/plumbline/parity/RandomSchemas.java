package dev.plumbline.parity;

import dev.plumbline.parity.RandomFields.EnumDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random schemas that Prisma accepts and whose database Postgres can make: every scalar and native
 * type, default, relation, index kind and naming rule turns up.
 *
 * <p>What Prisma accepts but prints as SQL that Postgres refuses is left out: quotes in names, a
 * list of serials, a hash index of several columns.
 */
public final class RandomSchemas {
  private final Draw draw;
  private final RandomNames names;
  private final List<String> namespaces;
  private final boolean prismaMode;
  private final boolean partial;
  private final boolean views;
  private final boolean extensions;
  private final boolean directives;
  private final List<EnumDraft> enums = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();

  private RandomSchemas(long seed, boolean directives) {
    this.directives = directives;
    draw = new Draw(seed);
    names = new RandomNames(draw, directives);
    namespaces =
        draw.chance(25)
            ? draw.of(List.of("public", "audit"), List.of("b c", "a", "public"), List.of("one"))
            : List.of();
    prismaMode = draw.chance(8);
    partial = draw.chance(40);
    views = draw.chance(12);
    extensions = draw.chance(15);
  }

  /** The schema of this seed. */
  static SchemaText of(long seed) {
    return new SchemaText("seed " + seed, new RandomSchemas(seed, false).files());
  }

  /**
   * The schema of this seed, with comments and directives that Prisma does not see, and with names
   * that it does not escape.
   */
  public static SchemaText withDirectives(long seed) {
    return new SchemaText("seed " + seed, new RandomSchemas(seed, true).files());
  }

  private List<SchemaText.File> files() {
    for (int i = draw.between(0, 3); i > 0; i--) {
      addEnum();
    }
    addModels();
    if (views) {
      addView();
    }
    var first = new StringBuilder(settings());
    var second = new StringBuilder();
    boolean split = draw.chance(15);
    for (String block : blocks) {
      String comment =
          draw.chance(10)
              ? draw.of("// a comment\n", "/// About this.\n", "/* more\n words */\n")
              : "";
      (split && draw.chance(50) ? second : first).append('\n').append(comment).append(block);
    }
    return split
        ? List.of(file("schema.prisma", first), file("second.prisma", second))
        : List.of(file("schema.prisma", first));
  }

  private static SchemaText.File file(String name, StringBuilder text) {
    return new SchemaText.File(name, text.toString());
  }

  private String settings() {
    var previews = new ArrayList<String>();
    if (partial) {
      previews.add("\"partialIndexes\"");
    }
    if (views) {
      previews.add("\"views\"");
    }
    if (extensions) {
      previews.add("\"postgresqlExtensions\"");
    }
    var text = new StringBuilder("datasource db {\n  provider = \"postgresql\"\n");
    if (!namespaces.isEmpty()) {
      text.append("  schemas = [")
          .append(String.join(", ", namespaces.stream().map(n -> '"' + n + '"').toList()))
          .append("]\n");
    }
    if (prismaMode || draw.chance(5)) {
      text.append("  relationMode = \"" + (prismaMode ? "prisma" : "foreignKeys") + "\"\n");
    }
    if (extensions) {
      text.append("  extensions = [")
          .append(
              draw.of(
                  "pg_trgm",
                  "hstore(schema: \"public\")",
                  "citext, hs(map: \"hstore\")",
                  "z(map: \"citext\"), hstore, a(map: \"ltree\")"))
          .append("]\n");
    }
    text.append("}\n\ngenerator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n");
    text.append("  previewFeatures = ").append(previews).append("\n}\n");
    return text.toString();
  }

  private Optional<String> namespace() {
    return namespaces.isEmpty() ? Optional.empty() : Optional.of(draw.of(namespaces));
  }

  private void addEnum() {
    String name = names.identifier();
    var text = new StringBuilder("enum " + name + " {\n");
    List<String> values = draw.times(draw.between(1, 5), names::shortIdentifier);
    for (String value : values) {
      text.append("  ").append(value);
      if (draw.chance(30)) {
        text.append(" @map(\"").append(names.label()).append("\")");
      }
      text.append(draw.chance(10) ? " /// a value\n" : "\n");
    }
    if (draw.chance(40)) {
      text.append("  @@map(\"").append(names.databaseName()).append("\")\n");
    }
    namespace().ifPresent(n -> text.append("  @@schema(\"").append(n).append("\")\n"));
    blocks.add(text.append("}\n").toString());
    enums.add(new EnumDraft(name, values));
  }

  private void addModels() {
    var fields = new RandomFields(draw, names, enums);
    var indexes = new RandomIndexes(draw, names, partial);
    List<ModelDraft> models = draw.times(draw.between(1, 6), () -> model(fields));
    new RandomRelations(draw, names, prismaMode).relate(models);
    models.forEach(indexes::addIndexes);
    if (directives) {
      models.forEach(new RandomDirectives(draw, names)::add);
    }
    models.forEach(model -> blocks.add(draw.between(0, blocks.size()), model.text("model")));
  }

  private ModelDraft model(RandomFields fields) {
    var model = draft();
    model.ignored = draw.chance(4);
    if (!model.ignored || draw.chance(50)) {
      fields.addKey(model);
    }
    fields.addFields(model);
    if (model.fields.isEmpty()) {
      fields.addKey(model);
    }
    return model;
  }

  private ModelDraft draft() {
    Optional<String> table = draw.chance(40) ? Optional.of(names.databaseName()) : Optional.empty();
    return new ModelDraft(names.identifier(), table, namespace());
  }

  private void addView() {
    var fields = new RandomFields(draw, names, enums);
    ModelDraft view = draft();
    fields.addKeyOfView(view);
    blocks.add(view.text("view"));
  }
}
