package dev.plumbline.parity;

import dev.plumbline.parity.ModelDraft.FieldDraft;
import java.util.List;
import java.util.Optional;

/** Fills random models with fields and their defaults. */
final class RandomFields {
  private final Draw draw;
  private final RandomNames names;
  private final List<EnumDraft> enums;

  RandomFields(Draw draw, RandomNames names, List<EnumDraft> enums) {
    this.draw = draw;
    this.names = names;
    this.enums = enums;
  }

  /**
   * An enum of the schema.
   *
   * @param name its name
   * @param values the names of its values
   */
  record EnumDraft(String name, List<String> values) {
    EnumDraft {
      values = List.copyOf(values);
    }
  }

  /** A field of this type. */
  FieldDraft field(RandomType type) {
    return new FieldDraft(names.identifier(), column(), type.scalar(), type);
  }

  private Optional<String> column() {
    return draw.chance(40) ? Optional.of(names.databaseName()) : Optional.empty();
  }

  /** The key of a model: one field, several, or only something unique. */
  void addKey(ModelDraft model) {
    switch (draw.between(0, 9)) {
      case 0, 1 -> addCompoundKey(model);
      case 2 -> addUniqueInsteadOfKey(model);
      default -> addSingleKey(model);
    }
  }

  private void addSingleKey(ModelDraft model) {
    FieldDraft id = field(RandomType.key(draw));
    model.fields.add(id);
    id.attributes.add(draw.chance(15) ? "@id(map: \"" + names.constraintName() + "\")" : "@id");
    if (draw.chance(70)) {
      id.attributes.add("@default(" + generatedKey(id) + ")");
    }
    model.keys.add(List.of(id));
    model.singleId = Optional.of(id);
  }

  private String generatedKey(FieldDraft id) {
    return switch (id.type) {
      case "Int", "BigInt" ->
          draw.chance(80) ? "autoincrement()" : id.randomType.literal().apply(draw);
      case "DateTime" -> "now()";
      default ->
          draw.of(
              "uuid()",
              "uuid(4)",
              "uuid(7)",
              "cuid()",
              "cuid(2)",
              "ulid()",
              "nanoid()",
              "nanoid(12)",
              "dbgenerated()");
    };
  }

  private void addCompoundKey(ModelDraft model) {
    List<FieldDraft> key = draw.times(draw.between(2, 3), () -> field(RandomType.key(draw)));
    model.fields.addAll(key);
    String arguments = "[" + joined(key) + "]";
    if (draw.chance(30)) {
      arguments += ", name: \"named\"";
    }
    if (draw.chance(25)) {
      arguments += ", map: \"" + names.constraintName() + "\"";
    }
    model.blockLines.add("@@id(" + arguments + ")");
    model.keys.add(key);
  }

  private void addUniqueInsteadOfKey(ModelDraft model) {
    FieldDraft field = field(RandomType.key(draw));
    field.attributes.add("@unique");
    model.takeDefaultName("_key", List.of(field));
    model.fields.add(field);
    model.keys.add(List.of(field));
  }

  /** The fields of a view. */
  void addKeyOfView(ModelDraft view) {
    view.fields.add(field(RandomType.key(draw)));
    view.fields.getFirst().attributes.add("@unique");
  }

  static String joined(List<FieldDraft> fields) {
    return String.join(", ", fields.stream().map(field -> field.name).toList());
  }

  /** Some fields of any type. */
  void addFields(ModelDraft model) {
    for (int i = draw.between(0, 7); i > 0; i--) {
      model.fields.add(anyField(model));
    }
  }

  private FieldDraft anyField(ModelDraft model) {
    if (draw.chance(15) && !enums.isEmpty()) {
      return enumField();
    }
    if (draw.chance(7)) {
      return unsupportedField();
    }
    FieldDraft field = field(RandomType.any(draw));
    field.arity = draw.of("", "", "", "?", "?", "[]");
    addDefault(field);
    addExtras(model, field);
    return field;
  }

  private void addExtras(ModelDraft model, FieldDraft field) {
    if (field.type.equals("DateTime") && !field.list() && draw.chance(20)) {
      field.attributes.add("@updatedAt");
    }
    boolean canBeUnique = field.ordered() && !field.list();
    if (canBeUnique && draw.chance(12) && model.takeDefaultName("_key", List.of(field))) {
      field.attributes.add(draw.of("@unique", "@unique(sort: Desc)", "@unique(sort: Asc)"));
    } else if (canBeUnique && draw.chance(4)) {
      field.attributes.add("@unique(map: \"" + names.constraintName() + "\")");
    }
    if (!model.ignored
        && draw.chance(3)
        && field.attributes.stream().noneMatch(a -> a.startsWith("@unique"))) {
      field.attributes.add("@ignore");
    }
  }

  private void addDefault(FieldDraft field) {
    if (draw.chance(55)) {
      return;
    }
    Optional<String> expression = field.randomType.expression(draw);
    if (field.list()) {
      field.attributes.add(
          draw.chance(15) ? "@default(dbgenerated(\"'{}'\"))" : "@default(" + listOf(field) + ")");
    } else if (draw.chance(25) && expression.isPresent()) {
      field.attributes.add("@default(dbgenerated(\"" + expression.get() + "\"))");
    } else if (field.type.equals("DateTime") && draw.chance(50)) {
      field.attributes.add("@default(now())");
    } else if (canCount(field) && draw.chance(15)) {
      field.attributes.add("@default(autoincrement())");
    } else {
      field.attributes.add("@default(" + field.randomType.literal().apply(draw) + ")");
    }
  }

  private static boolean canCount(FieldDraft field) {
    boolean whole = field.type.equals("Int") || field.type.equals("BigInt");
    return whole && field.required() && !field.randomType.nativeType().equals("@db.Oid");
  }

  private String listOf(FieldDraft field) {
    return draw.times(draw.between(0, 3), () -> field.randomType.literal().apply(draw)).toString();
  }

  private FieldDraft enumField() {
    EnumDraft type = draw.of(enums);
    var values =
        new RandomType(
            type.name(), "", d -> d.of(type.values()), List.of(), RandomType.Family.ORDERED);
    FieldDraft field = field(values);
    field.arity = draw.of("", "", "?", "[]");
    if (draw.chance(50)) {
      field.attributes.add(
          "@default(" + (field.list() ? listOf(field) : draw.of(type.values())) + ")");
    }
    return field;
  }

  private FieldDraft unsupportedField() {
    String sql =
        draw.of(
            "point",
            "tsvector",
            "int4range",
            "circle",
            "interval",
            "cidr",
            "INTERVAL DAY",
            "numeric(5, 2)",
            "time with time zone",
            "double precision",
            "int4[]",
            "name",
            "Character Varying ( 12 )",
            "bit varying(5)");
    var type =
        new RandomType(
            "Unsupported(\"" + sql + "\")", "", d -> "", List.of(), RandomType.Family.UNORDERED);
    FieldDraft field = field(type);
    field.arity = draw.of("", "?", "?");
    return field;
  }
}
