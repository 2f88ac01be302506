package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.pull.KeyText.Declared;
import dev.plumbline.prisma.pull.Landmarks.Said;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes models say what indexes and primary keys there are. */
final class KeyEdits {
  private final Landmarks landmarks;

  KeyEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** What declares a part of a table. */
  private Optional<Said> said(ObjectKind kind, ObjectName table, String name) {
    return landmarks
        .model(table)
        .flatMap(model ->
            landmarks
                .origin(ObjectAddress.of(kind, table, name))
                .flatMap(span -> landmarks.said(model, span)));
  }

  /** Something that the database does not have. */
  List<TextEdit> gone(ObjectKind kind, ObjectName table, String name) {
    return said(kind, table, name).map(Lines::delete).orElse(List.of());
  }

  /** An index that only the database has. */
  List<TextEdit> come(ObjectName table, Index index) {
    return landmarks
        .model(table)
        .flatMap(model ->
            new KeyText(landmarks, table, model)
                .index(index)
                .flatMap(declared -> insert(model, declared)))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<TextEdit> insert(Model model, Declared declared) {
    return landmarks
        .declaration(model.span())
        .map(place ->
            declared.directive()
                ? Lines.above(place, declared.text())
                : Lines.attribute(place, declared.text()));
  }

  /**
   * An index that is another in the database.
   *
   * @param name how the schema calls it
   */
  List<TextEdit> other(ObjectName table, String name, Index there) {
    Optional<Model> model = landmarks.model(table);
    Optional<Said> said = said(ObjectKind.INDEX, table, name);
    Optional<Declared> declared = model.flatMap(m -> new KeyText(landmarks, table, m).index(there));
    if (said.isEmpty() || declared.isEmpty()) {
      return List.of();
    }
    Declared wanted = declared.get();
    if (said.get() instanceof Said.OfBlock(var member) && !wanted.directive()) {
      List<TextEdit> edits = new ArrayList<>();
      Lines.directive(member.above(), "pg")
          .ifPresent(addition -> edits.add(TextEdit.deleteLines(addition.span())));
      if (!wanted.text().equals(member.member().span().text())) {
        edits.add(TextEdit.replace(member.member().span(), wanted.text()));
      }
      return edits;
    }
    if (said.get() instanceof Said.AsDirective(var comment) && wanted.directive()) {
      return List.of(TextEdit.replace(comment.directive().orElseThrow().span(), wanted.text()));
    }
    Optional<String> ofField = ofField(said.get(), there, wanted);
    if (ofField.isPresent() && said.get() instanceof Said.OfField field) {
      return List.of(TextEdit.replace(field.attribute().span(), ofField.get()));
    }
    List<TextEdit> edits = new ArrayList<>(Lines.delete(said.get()));
    insert(model.orElseThrow(), wanted).ifPresent(edits::add);
    return edits;
  }

  // A field says that it is unique, and how that is called, and nothing else of it.
  private static Optional<String> ofField(Said said, Index there, Declared wanted) {
    boolean plain =
        said instanceof Said.OfField(var field, var ignored)
            && there.unique()
            && wanted.text().startsWith("@@unique([" + field.member().name().text() + "]");
    String rest = plain ? wanted.text().substring(wanted.text().indexOf(']') + 1) : "";
    if (rest.equals(")")) {
      return Optional.of("@unique");
    }
    return rest.startsWith(", map: ")
        ? Optional.of("@unique(" + rest.substring(2))
        : Optional.empty();
  }

  /** Another comment of an index; a directive is said anew with it. */
  List<TextEdit> comment(ObjectName table, String name, Optional<String> comment) {
    return said(ObjectKind.INDEX, table, name)
        .filter(Said.OfBlock.class::isInstance)
        .map(Said.OfBlock.class::cast)
        .map(said ->
            Lines.document(
                said.member().member().span().file(),
                said.member().member().span().start(),
                said.member().above(),
                comment))
        .orElse(List.of());
  }

  /** A unique constraint is an index to Prisma. */
  static Index index(Constraint.Unique unique) {
    return new Index(
        unique.name(),
        "btree",
        unique.columns().stream()
            .<IndexKey>map(column -> new IndexKey.OfColumn(column, IndexKey.Ordering.ascending()))
            .toList(),
        unique.include(),
        true,
        unique.nullsDistinct(),
        Optional.empty(),
        unique.storageParameters(),
        Index.State.VALID,
        false,
        false,
        unique.comment());
  }

  /**
   * The primary key of the database, in the place of that of the schema.
   *
   * @param name how the schema calls it; empty when it has none
   */
  List<TextEdit> primaryKey(ObjectName table, Optional<String> name, Constraint.PrimaryKey there) {
    Optional<Model> model = landmarks.model(table);
    Optional<List<String>> fields = landmarks.fields(table, there.columns());
    if (model.isEmpty() || fields.isEmpty() || !isPlain(there)) {
      return List.of();
    }
    Optional<Said> said = name.flatMap(word -> said(ObjectKind.PRIMARY_KEY, table, word));
    String usual = new KeyText(landmarks, table, model.get()).usualName(List.of(), "_pkey");
    Optional<String> map =
        Optional.of(there.name())
            .filter(word -> !word.equals(usual))
            .map(word -> "map: " + Spelling.quoted(word));
    List<TextEdit> edits = new ArrayList<>();
    if (said.isPresent() && said.get() instanceof Said.OfBlock(var member)) {
      return List.of(TextEdit.replace(member.member().span(), ofBlock(fields.get(), map)));
    }
    said.ifPresent(old -> edits.addAll(Lines.delete(old)));
    if (fields.get().size() == 1) {
      edits.addAll(ofField(model.get(), table, there.columns().getFirst(), map));
    } else {
      landmarks
          .declaration(model.get().span())
          .ifPresent(place -> edits.add(Lines.attribute(place, ofBlock(fields.get(), map))));
    }
    return edits;
  }

  private static boolean isPlain(Constraint.PrimaryKey key) {
    return key.include().isEmpty()
        && !key.withoutOverlaps()
        && key.storageParameters().equals(Map.of());
  }

  private static String ofBlock(List<String> fields, Optional<String> map) {
    return "@@id(" + Spelling.list(fields) + map.map(word -> ", " + word).orElse("") + ")";
  }

  private List<TextEdit> ofField(
      Model model, ObjectName table, String column, Optional<String> map) {
    String attribute = "@id" + map.map(word -> "(" + word + ")").orElse("");
    return landmarks
        .field(table, column)
        .flatMap(field -> landmarks.fieldAt(model, field.span()))
        .flatMap(field -> field.member().type())
        .map(type ->
            List.of(TextEdit.insert(type.span().file(), type.span().end(), " " + attribute)))
        .orElse(List.of());
  }
}
