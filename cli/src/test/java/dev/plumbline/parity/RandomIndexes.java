package dev.plumbline.parity;

import dev.plumbline.parity.ModelDraft.FieldDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives random models their indexes and compound unique keys. */
final class RandomIndexes {
  private final Draw draw;
  private final RandomNames names;
  private final boolean partial;

  RandomIndexes(Draw draw, RandomNames names, boolean partial) {
    this.draw = draw;
    this.names = names;
    this.partial = partial;
  }

  void addIndexes(ModelDraft model) {
    for (int i = draw.between(0, 4); i > 0; i--) {
      switch (draw.between(0, 5)) {
        case 0, 1 -> addUnique(model);
        case 2 -> addSpecial(model);
        default -> addOrdered(model);
      }
    }
  }

  private void addOrdered(ModelDraft model) {
    List<FieldDraft> columns = draw.some(candidates(model), draw.between(1, 3));
    if (!columns.isEmpty()) {
      String type = draw.chance(8) ? ", type: BTree" : "";
      add(model, "@@index", "_idx", columns, sorted(columns), type);
    }
  }

  private void addUnique(ModelDraft model) {
    List<FieldDraft> columns = draw.some(candidates(model), draw.between(1, 3));
    if (columns.isEmpty()) {
      return;
    }
    String accessor =
        columns.size() > 1 && draw.chance(15)
            ? ", name: \"accessor" + model.blockLines.size() + "\""
            : "";
    add(model, "@@unique", "_key", columns, sorted(columns), accessor);
  }

  private static List<FieldDraft> candidates(ModelDraft model) {
    return model.fields.stream().filter(field -> field.ordered() && !ignored(field)).toList();
  }

  private static boolean ignored(FieldDraft field) {
    return field.attributes.contains("@ignore");
  }

  private String sorted(List<FieldDraft> columns) {
    var keys = new ArrayList<String>();
    for (FieldDraft column : columns) {
      keys.add(column.name + draw.of("", "", "", "(sort: Desc)", "(sort: Asc)"));
    }
    return keys.size() == 1 && keys.getFirst().equals(columns.getFirst().name) && draw.chance(30)
        ? keys.getFirst()
        : keys.toString();
  }

  private void add(
      ModelDraft model,
      String attribute,
      String suffix,
      List<FieldDraft> columns,
      String keys,
      String arguments) {
    String map = "";
    if (draw.chance(25) || !model.takeDefaultName(suffix, columns)) {
      map = ", map: \"" + names.constraintName() + "\"";
    }
    String where = partial && draw.chance(50) ? ", where: " + predicate(model) : "";
    String comment = draw.chance(10) ? draw.of(" // why", " /// why it's there") : "";
    model.blockLines.add(
        attribute + "(" + draw.of("", "fields: ") + keys + arguments + map + where + ")" + comment);
  }

  private void addSpecial(ModelDraft model) {
    FieldDraft field = draw.of(model.fields);
    if (!ignored(field)) {
      special(field)
          .ifPresent(choice ->
              add(
                  model,
                  "@@index",
                  "_idx",
                  List.of(field),
                  "[" + field.name + choice.operators() + "]",
                  ", type: " + choice.type()));
    }
  }

  private record Special(String type, String operators) {}

  private Optional<Special> special(FieldDraft field) {
    var choices = new ArrayList<Special>();
    if (field.list()) {
      addForLists(field, choices);
    } else if (field.type.startsWith("Unsupported")) {
      addForUnsupported(field, choices);
    } else {
      addForScalars(field, choices);
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(draw.of(choices));
  }

  private static void addForLists(FieldDraft field, List<Special> choices) {
    if (field.ordered()) {
      choices.add(new Special("Gin", ""));
      choices.add(new Special("Gin", "(ops: ArrayOps)"));
      choices.add(new Special("Gin", "(ops: raw(\"array_ops\"))"));
    }
  }

  private static void addForUnsupported(FieldDraft field, List<Special> choices) {
    if (field.type.contains("tsvector")) {
      choices.add(new Special("Gin", ""));
      choices.add(new Special("Gist", ""));
      choices.add(new Special("Gin", "(ops: raw(\"tsvector_ops\"))"));
    }
    if (field.type.contains("point") || field.type.contains("circle")) {
      choices.add(new Special("Gist", ""));
    }
    if (field.type.contains("int4range")) {
      choices.add(new Special("SpGist", ""));
      choices.add(new Special("Gist", "(ops: raw(\"range_ops\"))"));
    }
  }

  private void addForScalars(FieldDraft field, List<Special> choices) {
    boolean hashes = !nativeType(field).contains("Bit") && !nativeType(field).equals("@db.Money");
    if (field.ordered() && hashes) {
      choices.add(new Special("Hash", ""));
    }
    switch (field.family) {
      case JSONB -> {
        choices.add(new Special("Gin", ""));
        choices.add(new Special("Gin", "(ops: JsonbOps)"));
        choices.add(new Special("Gin", "(ops: JsonbPathOps)"));
        choices.add(new Special("Gin", "(ops: raw(\"jsonb_path_ops\"))"));
      }
      case INET -> {
        choices.add(new Special("Gist", "(ops: InetOps)"));
        choices.add(new Special("SpGist", "(ops: InetOps)"));
        choices.add(new Special("Brin", "(ops: InetInclusionOps)"));
        choices.add(new Special("Brin", "(ops: InetMinMaxMultiOps)"));
      }
      case TEXT -> {
        choices.add(new Special("SpGist", ""));
        choices.add(new Special("SpGist", "(ops: TextOps)"));
        choices.add(new Special("Brin", "(ops: TextBloomOps)"));
        choices.add(new Special("BTree", "(ops: raw(\"text_pattern_ops\"))"));
        choices.add(new Special("BTree", "(ops: raw(\"text_pattern_ops\"), sort: Desc)"));
      }
      case KEY, ORDERED, UNORDERED -> addBrin(field, choices);
    }
  }

  private static String nativeType(FieldDraft field) {
    return field.randomType.nativeType();
  }

  private void addBrin(FieldDraft field, List<Special> choices) {
    switch (nativeType(field)) {
      case "@db.Integer" -> brin(choices, "Int4", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.SmallInt" -> brin(choices, "Int2", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.BigInt" -> brin(choices, "Int8", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Oid" -> brin(choices, "Oid", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Real" -> brin(choices, "Float4", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.DoublePrecision" ->
          brin(choices, "Float8", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Decimal" -> brin(choices, "Numeric", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Uuid" -> brin(choices, "Uuid", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Date" -> brin(choices, "Date", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Timestamp" -> brin(choices, "Timestamp", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Timestamptz" ->
          brin(choices, "TimestampTz", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Time" -> brin(choices, "Time", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.Timetz" -> brin(choices, "TimeTz", "BloomOps", "MinMaxOps", "MinMaxMultiOps");
      case "@db.ByteA" -> brin(choices, "Bytea", "BloomOps", "MinMaxOps");
      case "@db.Char" -> brin(choices, "Bpchar", "BloomOps", "MinMaxOps");
      case "@db.Bit" -> brin(choices, "Bit", "MinMaxOps");
      case "@db.VarBit" -> brin(choices, "VarBit", "MinMaxOps");
      default -> {
        if (List.of("Int", "BigInt", "DateTime", "Float").contains(field.type)) {
          choices.add(new Special("Brin", ""));
        }
      }
    }
  }

  private void brin(List<Special> choices, String type, String... classes) {
    choices.add(new Special("Brin", "(ops: " + type + draw.of(classes) + ")"));
  }

  private String predicate(ModelDraft model) {
    var terms = new ArrayList<String>();
    Set<FieldDraft> used = new HashSet<>();
    for (FieldDraft field : draw.some(model.fields, draw.between(1, 3))) {
      if (used.add(field) && !ignored(field) && !field.type.startsWith("Unsupported")) {
        terms.add(field.name + ": " + condition(field));
      }
    }
    return terms.isEmpty() || draw.chance(30)
        ? "raw(\"" + rawPredicate(draw.of(model.fields)) + "\")"
        : "{ " + String.join(", ", terms) + " }";
  }

  private String rawPredicate(FieldDraft field) {
    String column = RandomNames.inSql(field.column());
    return draw.of(
        "(1 = 1)",
        "length('it''s') > 3",
        column + " is not null",
        "(" + column + " IS NULL) OR 1<2",
        "num_nulls(" + column + ") in (0, 1)");
  }

  private String condition(FieldDraft field) {
    List<String> texts = List.of("", "@db.Text", "@db.VarChar");
    if (field.list() || draw.chance(30)) {
      return draw.of("null", "{ not: null }");
    }
    String value =
        switch (field.type) {
          case "Boolean" -> draw.of("true", "false");
          case "Int", "BigInt" -> draw.of("3", "-1", "0");
          case "String" -> texts.contains(nativeType(field)) ? RandomType.words(draw) : "null";
          default -> "null";
        };
    return draw.chance(60) ? value : "{ not: " + value + " }";
  }
}
