package dev.plumbline.prisma.pull;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.prisma.model.Field;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes relations say what foreign keys there are. */
final class RelationEdits {
  private static final Set<Attribute> UNSAYABLE =
      EnumSet.of(
          Attribute.FOREIGN_KEY_SET_COLUMNS,
          Attribute.FOREIGN_KEY_MATCH,
          Attribute.FOREIGN_KEY_PERIOD,
          Attribute.FOREIGN_KEY_DEFERRABILITY,
          Attribute.FOREIGN_KEY_VALIDITY,
          Attribute.FOREIGN_KEY_COMMENT);

  private final Landmarks landmarks;

  RelationEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  private Optional<Relation> relation(ObjectName table, String name) {
    return landmarks
        .origin(ObjectAddress.of(ObjectKind.FOREIGN_KEY, table, name))
        .flatMap(landmarks::relation);
  }

  /** A foreign key that the database does not have: both sides forget each other. */
  List<TextEdit> gone(ObjectName table, String name) {
    if (landmarks.model(table).isEmpty()) {
      return List.of();
    }
    return relation(table, name).map(this::delete).orElse(List.of());
  }

  /** Takes both fields of a relation away. */
  List<TextEdit> delete(Relation relation) {
    List<TextEdit> edits = new ArrayList<>();
    for (Relation.End end : Landmarks.ends(relation)) {
      landmarks
          .schema()
          .model(end.model())
          .flatMap(model -> landmarks.fieldAt(model, end.span()))
          .ifPresent(field -> edits.addAll(Lines.delete(field)));
    }
    return edits;
  }

  /** All relations of a model, but for the fields within it. */
  List<TextEdit> deleteOthers(Model model) {
    List<TextEdit> edits = new ArrayList<>();
    for (Relation relation : landmarks.schema().relations()) {
      List<Relation.End> ends = Landmarks.ends(relation);
      if (ends.stream().anyMatch(end -> end.model().equals(model.name()))) {
        ends.stream()
            .filter(end -> !end.model().equals(model.name()))
            .forEach(end ->
                landmarks
                    .schema()
                    .model(end.model())
                    .flatMap(other -> landmarks.fieldAt(other, end.span()))
                    .ifPresent(field -> edits.addAll(Lines.delete(field))));
      }
    }
    return edits;
  }

  /** The relation through a table that the database does not have. */
  Optional<Relation> through(ObjectName table) {
    Optional<Span> span = landmarks.origin(ObjectAddress.of(ObjectKind.TABLE, table));
    return span.flatMap(landmarks::relation).filter(Relation.ManyToMany.class::isInstance);
  }

  /** Whether a relation can say a foreign key; when it is checked is left aside. */
  private static boolean isSayable(Constraint.ForeignKey key) {
    return key.validity() != Validity.NOT_ENFORCED && !key.period();
  }

  /** Whether a relation has no word for anything in which a foreign key differs. */
  static boolean isUnsayable(Change.AlterConstraint change) {
    return change.differences().stream().map(Difference::attribute).allMatch(UNSAYABLE::contains);
  }

  /** A foreign key that only the database has. */
  List<TextEdit> come(ObjectName table, Constraint.ForeignKey key, boolean unique) {
    Optional<Model> from = landmarks.model(table);
    Optional<Model> to = landmarks.model(key.target());
    if (from.isEmpty() || to.isEmpty() || !isSayable(key)) {
      return List.of();
    }
    boolean known =
        from.get().name().equals(to.get().name())
            || landmarks.schema().relations().stream()
                .map(Landmarks::ends)
                .anyMatch(ends ->
                    ends.stream().anyMatch(end -> end.model().equals(from.get().name()))
                        && ends.stream().anyMatch(end -> end.model().equals(to.get().name())));
    Optional<String> name = known ? Optional.of(key.name()) : Optional.empty();
    Optional<String> attribute = attribute(table, key, name);
    var there = landmarks.declaration(from.get().span());
    var back = landmarks.declaration(to.get().span());
    if (attribute.isEmpty() || there.isEmpty() || back.isEmpty()) {
      return List.of();
    }
    Set<String> taken = names(from.get());
    String field = Spelling.identifier(Spelling.uncapitalized(to.get().name()), taken);
    Set<String> takenThere = names(to.get());
    if (from.get().name().equals(to.get().name())) {
      takenThere.add(field);
    }
    String list = Spelling.identifier(Spelling.uncapitalized(from.get().name()), takenThere);
    String mark = isOptional(table, key) ? "? " : " ";
    String relation = name.map(word -> " @relation(" + Spelling.quoted(word) + ")").orElse("");
    return List.of(
        Lines.behindFields(
            there.get(), List.of(field + " " + to.get().name() + mark + attribute.get())),
        Lines.behindFields(
            back.get(),
            List.of(list + " " + from.get().name() + (unique ? "?" : "[]") + relation)));
  }

  private static Set<String> names(Model model) {
    Set<String> names = new HashSet<>();
    model.fields().stream().map(Field::name).forEach(names::add);
    return names;
  }

  private boolean isOptional(ObjectName table, Constraint.ForeignKey key) {
    return key.columns().stream()
        .flatMap(column -> landmarks.field(table, column).stream())
        .anyMatch(field -> field.arity() != Field.Arity.REQUIRED);
  }

  /** A foreign key that is another in the database. */
  List<TextEdit> other(ObjectName table, String name, Constraint.ForeignKey there) {
    Optional<Relation> relation = relation(table, name);
    if (relation.isEmpty() || !isSayable(there)) {
      return List.of();
    }
    Relation.End referenced = Landmarks.ends(relation.get()).get(1);
    boolean same =
        landmarks
            .model(there.target())
            .filter(m -> m.name().equals(referenced.model()))
            .isPresent();
    if (!same) {
      List<TextEdit> edits = new ArrayList<>(delete(relation.get()));
      List<TextEdit> come = come(table, there, false);
      edits.addAll(come);
      return come.isEmpty() ? List.of() : edits;
    }
    return landmarks
        .origin(ObjectAddress.of(ObjectKind.FOREIGN_KEY, table, name))
        .flatMap(span ->
            attribute(table, there, relation.get().name())
                .map(text -> List.of(TextEdit.replace(span, text))))
        .orElse(List.of());
  }

  private Optional<String> attribute(
      ObjectName table, Constraint.ForeignKey key, Optional<String> relation) {
    Optional<List<String>> fields = landmarks.fields(table, key.columns());
    Optional<List<String>> references = landmarks.fields(key.target(), key.targetColumns());
    if (fields.isEmpty() || references.isEmpty()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    relation.ifPresent(name -> arguments.add(Spelling.quoted(name)));
    arguments.add("fields: " + Spelling.list(fields.get()));
    arguments.add("references: " + Spelling.list(references.get()));
    boolean required =
        key.columns().stream()
            .flatMap(column -> landmarks.field(table, column).map(ScalarField::arity).stream())
            .anyMatch(Field.Arity.REQUIRED::equals);
    var usual = required ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
    if (key.onDelete() != usual) {
      arguments.add("onDelete: " + action(key.onDelete()));
    }
    if (key.onUpdate() != ReferentialAction.CASCADE) {
      arguments.add("onUpdate: " + action(key.onUpdate()));
    }
    String name =
        new KeyText(landmarks, table, landmarks.model(table).orElseThrow())
            .usualName(key.columns(), "_fkey");
    if (!key.name().equals(name)) {
      arguments.add("map: " + Spelling.quoted(key.name()));
    }
    return Optional.of("@relation(" + String.join(", ", arguments) + ")");
  }

  private static String action(ReferentialAction action) {
    return Relation.Action.valueOf(action.name()).prismaName();
  }
}
