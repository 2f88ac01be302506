package dev.plumbline.prisma.pull;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.prisma.model.Field;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.prisma.pull.Landmarks.MemberPlace;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes fields say what columns are. */
final class FieldEdits {
  private static final Set<Attribute> OF_DEFAULT =
      Set.of(
          Attribute.COLUMN_DEFAULT,
          Attribute.COLUMN_IDENTITY,
          Attribute.COLUMN_IDENTITY_OPTIONS,
          Attribute.COLUMN_GENERATED);
  private static final List<String> DIRECTIVES =
      List.of("pg.identity", "pg.generated", "pg.collate");

  private final Landmarks landmarks;

  FieldEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** A column that the database does not have. */
  List<TextEdit> gone(Change.AddColumn change) {
    return place(change.table(), change.column().name()).map(Lines::delete).orElse(List.of());
  }

  private Optional<MemberPlace<FieldDeclaration>> place(ObjectName table, String column) {
    return landmarks
        .model(table)
        .flatMap(model ->
            landmarks
                .field(table, column)
                .flatMap(field -> landmarks.fieldAt(model, field.span())));
  }

  /** A column that only the database has. */
  List<TextEdit> come(Change.DropColumn change) {
    return landmarks
        .model(change.table())
        .flatMap(model ->
            landmarks
                .declaration(model.span())
                .map(place ->
                    List.of(Lines.behindFields(place, lines(change.column(), names(model), "")))))
        .orElse(List.of());
  }

  private static Set<String> names(Model model) {
    Set<String> names = new HashSet<>();
    model.fields().stream().map(Field::name).forEach(names::add);
    return names;
  }

  /**
   * The lines of a field.
   *
   * @param taken the names of the other fields
   * @param key {@code @id} or the like
   */
  List<String> lines(Column column, Set<String> taken, String key) {
    FieldText text = new FieldText(landmarks, column);
    List<String> lines = new ArrayList<>();
    column.comment().ifPresent(said -> said.lines().forEach(line -> lines.add("/// " + line)));
    text.directives().forEach(directive -> lines.add("/// " + directive));
    String name = Spelling.identifier(column.name(), taken);
    List<String> words = new ArrayList<>(List.of(name, text.type()));
    if (!key.isEmpty()) {
      words.add(key);
    }
    text.defaultValue().ifPresent(words::add);
    if (!name.equals(column.name())) {
      words.add("@map(" + Spelling.quoted(column.name()) + ")");
    }
    text.nativeType().ifPresent(words::add);
    lines.add(String.join(" ", words));
    return lines;
  }

  /** A column that is another in the database. */
  List<TextEdit> other(Change.AlterColumn change) {
    Optional<MemberPlace<FieldDeclaration>> place = place(change.table(), change.to().name());
    Optional<ScalarField> field = landmarks.field(change.table(), change.to().name());
    if (place.isEmpty() || field.isEmpty()) {
      return List.of();
    }
    Set<Attribute> attributes = new HashSet<>();
    change.differences().stream().map(Difference::attribute).forEach(attributes::add);
    List<TextEdit> edits = new ArrayList<>();
    FieldText text = new FieldText(landmarks, change.from());
    String line = line(place.get().member(), text, attributes);
    if (!line.equals(place.get().member().span().text())) {
      edits.add(TextEdit.replace(place.get().member().span(), line));
    }
    if (attributes.stream().anyMatch(it -> OF_DEFAULT.contains(it) || isCollation(it))) {
      edits.addAll(directives(place.get(), text));
    }
    if (attributes.contains(Attribute.COLUMN_COMMENT)) {
      edits.addAll(comment(place.get(), change.from().comment()));
    }
    return edits;
  }

  private static boolean isCollation(Attribute attribute) {
    return attribute == Attribute.COLUMN_COLLATION;
  }

  /** The field's line, in which what is not concerned stays as it is written. */
  private String line(FieldDeclaration field, FieldText text, Set<Attribute> attributes) {
    if (field.type().isEmpty()) {
      return field.span().text();
    }
    boolean typed = attributes.contains(Attribute.COLUMN_TYPE);
    boolean shaped = attributes.contains(Attribute.COLUMN_NULLABILITY) || typed;
    String file = field.span().file().text();
    var type = field.type().get();
    StringBuilder line =
        new StringBuilder(file.substring(field.span().start(), type.span().start()));
    String old = type.unsupported().map(u -> type.span().text()).orElse(type.name().text());
    boolean another = typed && !bare(old).equals(bare(text.type()));
    // A value of one type is none of another.
    boolean filled = another || attributes.stream().anyMatch(OF_DEFAULT::contains);
    line.append(typed ? text.type() : shaped ? bare(old) + text.modifier() : type.span().text());
    int at = type.span().end();
    for (var attribute : field.attributes()) {
      String name = attribute.name().text();
      boolean goes =
          (typed && isNative(name))
              || (filled && name.equals("default"))
              || (another && name.equals("updatedAt"));
      if (!goes) {
        line.append(file, at, attribute.span().end());
      }
      at = attribute.span().end();
    }
    if (filled) {
      text.defaultValue().ifPresent(said -> line.append(' ').append(said));
    }
    if (typed) {
      text.nativeType().ifPresent(said -> line.append(' ').append(said));
    }
    return line.toString();
  }

  private static String bare(String type) {
    return type.replaceAll("(\\?|\\[\\])$", "");
  }

  private boolean isNative(String attribute) {
    return ("@" + attribute).startsWith(landmarks.nativePrefix());
  }

  private static List<TextEdit> directives(MemberPlace<FieldDeclaration> place, FieldText text) {
    List<TextEdit> edits = new ArrayList<>();
    for (String name : DIRECTIVES) {
      Optional<Comment> there = Lines.directive(place.above(), name);
      Optional<String> wanted =
          text.directives().stream()
              .filter(d -> d.equals("@" + name) || d.startsWith("@" + name + "("))
              .findFirst();
      if (there.isPresent() && wanted.isPresent()) {
        edits.add(TextEdit.replace(there.get().directive().orElseThrow().span(), wanted.get()));
      } else if (there.isPresent()) {
        edits.add(TextEdit.deleteLines(there.get().span()));
      } else {
        wanted.ifPresent(directive -> edits.add(Lines.above(place, directive)));
      }
    }
    return edits;
  }

  private static List<TextEdit> comment(
      MemberPlace<FieldDeclaration> place, Optional<String> comment) {
    List<TextEdit> edits = new ArrayList<>();
    place
        .member()
        .trailingComment()
        .filter(Comment::documents)
        .ifPresent(said -> edits.add(TextEdit.replace(said.span(), "")));
    edits.addAll(
        Lines.document(
            place.member().span().file(), place.member().span().start(), place.above(), comment));
    return edits;
  }
}
