package dev.plumbline.prisma.pull;

import dev.plumbline.diff.RenameCandidate;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.pull.Landmarks.MemberPlace;
import dev.plumbline.prisma.pull.Landmarks.Place;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a schema say what its tables, columns, types and values are called in the database. */
final class NameEdits {
  private static final String MAP = "map";

  private final Landmarks landmarks;

  NameEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** Another name in the database for something that the schema has. */
  List<TextEdit> of(RenameCandidate rename) {
    ObjectName there = rename.from().object();
    ObjectName said = rename.to().object();
    if (rename.to().kind() == ObjectKind.COLUMN) {
      return rename.to().part().map(column -> column(said, column, rename)).orElse(List.of());
    }
    Optional<String> label = rename.to().part();
    if (label.isPresent()) {
      return landmarks
          .enumOf(said)
          .map(type -> value(type, label.get(), rename.earlierName()))
          .orElse(List.of());
    }
    Optional<Model> model = landmarks.model(said);
    Optional<PrismaEnum> type = landmarks.enumOf(said);
    return model
        .map(Model::name)
        .or(() -> type.map(PrismaEnum::name))
        .flatMap(name ->
            model
                .map(Model::span)
                .or(() -> type.map(PrismaEnum::span))
                .flatMap(landmarks::declaration)
                .map(place -> block(place, name, said, there)))
        .orElse(List.of());
  }

  private List<TextEdit> column(ObjectName table, String column, RenameCandidate rename) {
    return landmarks
        .model(table)
        .flatMap(model ->
            landmarks.field(table, column).flatMap(field -> landmarks.fieldAt(model, field.span())))
        .map(MemberPlace::member)
        .map(field -> {
          Optional<Attribute> first =
              field.attributes().stream()
                  .filter(it -> ("@" + it.name().text()).startsWith(landmarks.nativePrefix()))
                  .findFirst();
          int end = first.map(it -> before(it.span())).orElse(field.span().end());
          return part(
              field.attributes(), field.name().text(), rename.earlierName(), field.span(), end);
        })
        .orElse(List.of());
  }

  private List<TextEdit> value(PrismaEnum type, String label, String there) {
    Optional<Span> value =
        type.values().stream()
            .filter(it -> it.label().equals(label))
            .map(PrismaEnum.EnumValue::span)
            .findFirst();
    return landmarks.declaration(type.span()).stream()
        .flatMap(place -> place.block().members().stream())
        .filter(EnumValueDeclaration.class::isInstance)
        .map(EnumValueDeclaration.class::cast)
        .filter(member -> value.filter(member.span()::equals).isPresent())
        .map(member ->
            part(
                member.attributes(),
                member.name().text(),
                there,
                member.span(),
                member.span().end()))
        .findFirst()
        .orElse(List.of());
  }

  /** A field's or a value's own name in the database. */
  private static List<TextEdit> part(
      List<Attribute> attributes, String name, String there, Span line, int end) {
    Optional<Attribute> map =
        attributes.stream().filter(it -> it.name().text().equals(MAP)).findFirst();
    boolean plain = name.equals(there);
    if (map.isPresent()) {
      Span span = map.get().span();
      return plain
          ? List.of(new TextEdit(span.file(), before(span), span.end(), ""))
          : List.of(TextEdit.replace(span, "@" + named(there)));
    }
    return plain ? List.of() : List.of(TextEdit.insert(line.file(), end, " @" + named(there)));
  }

  private static String named(String name) {
    return MAP + "(" + Spelling.quoted(name) + ")";
  }

  private static int before(Span span) {
    String text = span.file().text();
    int start = span.start();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return start;
  }

  private static List<TextEdit> block(Place place, String name, ObjectName said, ObjectName there) {
    List<TextEdit> edits = new ArrayList<>();
    if (!said.name().equals(there.name())) {
      Optional<BlockAttribute> map = attribute(place, MAP);
      if (name.equals(there.name())) {
        map.ifPresent(it -> edits.addAll(Lines.delete(new MemberPlace<Member>(place, it))));
      } else {
        edits.add(
            map.map(it -> TextEdit.replace(it.span(), "@@" + named(there.name())))
                .orElseGet(() -> Lines.attribute(place, "@@" + named(there.name()))));
      }
    }
    if (!said.namespace().equals(there.namespace())) {
      attribute(place, "schema")
          .ifPresent(it ->
              edits.add(
                  TextEdit.replace(
                      it.span(), "@@schema(" + Spelling.quoted(there.namespace()) + ")")));
    }
    return edits;
  }

  private static Optional<BlockAttribute> attribute(Place place, String name) {
    return place.block().members().stream()
        .filter(BlockAttribute.class::isInstance)
        .map(BlockAttribute.class::cast)
        .filter(it -> it.attribute().name().text().equals(name))
        .findFirst();
  }
}
