package dev.plumbline.parity;

import dev.plumbline.parity.ModelDraft.FieldDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins random models by relations. */
final class RandomRelations {
  private final Draw draw;
  private final RandomNames names;
  private final boolean prismaMode;
  private final Set<Set<String>> unnamed = new HashSet<>();

  RandomRelations(Draw draw, RandomNames names, boolean prismaMode) {
    this.draw = draw;
    this.names = names;
    this.prismaMode = prismaMode;
  }

  void relate(List<ModelDraft> models) {
    List<ModelDraft> free = models.stream().filter(model -> !model.ignored).toList();
    if (free.isEmpty()) {
      return;
    }
    for (int i = draw.between(0, free.size() + 1); i > 0; i--) {
      ModelDraft from = draw.of(free);
      ModelDraft to = draw.of(free);
      if (prismaMode && free.indexOf(from) <= free.indexOf(to)) {
        continue;
      }
      boolean single = from.singleId.isPresent() && to.singleId.isPresent();
      if (draw.chance(30) && single && !panics(from, to)) {
        manyToMany(from, to);
      } else {
        foreignKey(from, to);
      }
    }
  }

  /** The engine cuts the name of the join table at byte 63, and panics inside a character. */
  private static boolean panics(ModelDraft from, ModelDraft to) {
    String both = from.name + to.name;
    return RandomNames.bytes(both) > 50 && RandomNames.bytes(both) > both.length();
  }

  private String relationName() {
    return "R" + names.constraintName();
  }

  private void manyToMany(ModelDraft from, ModelDraft to) {
    // Two relations between the same models need names.
    boolean named = from == to || draw.chance(40) || !unnamed.add(Set.of(from.name, to.name));
    String attribute =
        named ? " @relation(" + draw.of("", "name: ") + "\"" + relationName() + "\")" : "";
    from.relationLines.add(names.identifier() + " " + to.name + "[]" + attribute);
    to.relationLines.add(names.identifier() + " " + from.name + "[]" + attribute);
  }

  private void foreignKey(ModelDraft from, ModelDraft to) {
    List<FieldDraft> key = draw.of(to.keys);
    var columns = new ArrayList<FieldDraft>();
    boolean optional = draw.chance(40);
    for (FieldDraft target : key) {
      var type =
          new RandomType(
              target.randomType.scalar(),
              target.randomType.nativeType(),
              target.randomType.literal(),
              List.of(),
              RandomType.Family.KEY);
      var column =
          new FieldDraft(
              names.identifier(),
              draw.chance(40) ? Optional.of(names.databaseName()) : Optional.empty(),
              target.type,
              type);
      column.arity = optional && (columns.isEmpty() || draw.chance(70)) ? "?" : "";
      column.foreign = true;
      target.foreign = true;
      columns.add(column);
      from.fields.add(column);
    }
    boolean single = draw.chance(30) && makeUnique(from, columns);
    String name = relationName();
    String quoted = "\"" + name + "\"";
    String map =
        draw.chance(25) || !from.takeDefaultName("_fkey", columns)
            ? ", map: \"" + names.constraintName() + "\""
            : "";
    from.relationLines.add(
        names.identifier()
            + " "
            + to.name
            + (optional ? "?" : "")
            + " @relation("
            + draw.of("", "name: ")
            + quoted
            + ", fields: ["
            + RandomFields.joined(columns)
            + "], references: ["
            + RandomFields.joined(key)
            + "]"
            + actions(columns)
            + map
            + ")");
    to.relationLines.add(
        names.identifier()
            + " "
            + from.name
            + (single ? "?" : "[]")
            + " @relation("
            + quoted
            + ")");
  }

  private boolean makeUnique(ModelDraft model, List<FieldDraft> columns) {
    if (!model.takeDefaultName("_key", columns)) {
      return false;
    }
    if (columns.size() == 1) {
      columns.getFirst().attributes.add("@unique");
    } else {
      model.blockLines.add("@@unique([" + RandomFields.joined(columns) + "])");
    }
    return true;
  }

  private String actions(List<FieldDraft> columns) {
    return action("onDelete", columns) + action("onUpdate", columns);
  }

  private String action(String when, List<FieldDraft> columns) {
    if (draw.chance(55)) {
      return "";
    }
    var actions = new ArrayList<>(List.of("Cascade", "Restrict"));
    if (columns.stream().noneMatch(FieldDraft::required)) {
      actions.add("SetNull");
    }
    if (!prismaMode) {
      actions.add("NoAction");
      actions.add("SetDefault");
    }
    return ", " + when + ": " + draw.of(actions);
  }
}
