package dev.plumbline.prisma.pull;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaEnum.EnumValue;
import dev.plumbline.prisma.pull.Landmarks.MemberPlace;
import dev.plumbline.prisma.pull.Landmarks.Place;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.schema.EnumType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes enums say what their types are. */
final class TypeEdits {
  private final Landmarks landmarks;

  TypeEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** An enum that the database does not have. */
  List<TextEdit> gone(EnumType type) {
    return landmarks
        .enumOf(type.name())
        .flatMap(declared -> landmarks.declaration(declared.span()))
        .map(Lines::delete)
        .orElse(List.of());
  }

  /** The text of an enum that only the database has. */
  String text(EnumType type, String name) {
    StringBuilder text = new StringBuilder();
    type.comment()
        .ifPresent(said -> said.lines().forEach(line -> text.append("/// " + line + "\n")));
    text.append("enum ").append(name).append(" {\n");
    Set<String> taken = new HashSet<>();
    type.labels().forEach(label -> text.append("  ").append(value(label, taken)).append('\n'));
    List<String> attributes = new ArrayList<>();
    if (!name.equals(type.name().name())) {
      attributes.add("@@map(" + Spelling.quoted(type.name().name()) + ")");
    }
    if (landmarks.saysNamespaces()) {
      attributes.add("@@schema(" + Spelling.quoted(type.name().namespace()) + ")");
    }
    if (!attributes.isEmpty()) {
      text.append('\n');
      attributes.forEach(attribute -> text.append("  ").append(attribute).append('\n'));
    }
    return text.append("}\n").toString();
  }

  private static String value(String label, Set<String> taken) {
    String name = Spelling.identifier(label, taken);
    taken.add(name);
    return name.equals(label) ? name : name + " @map(" + Spelling.quoted(label) + ")";
  }

  /** An enum that is another in the database. */
  List<TextEdit> other(Change.AlterEnum change) {
    Optional<PrismaEnum> declared = landmarks.enumOf(change.to().name());
    Optional<Place> place = declared.flatMap(type -> landmarks.declaration(type.span()));
    if (place.isEmpty()) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Difference difference : change.differences()) {
      if (difference.attribute() == Attribute.ENUM_COMMENT) {
        edits.addAll(
            Lines.document(
                place.get().tree().file(),
                place.get().block().span().start(),
                Landmarks.above(place.get()),
                change.from().comment()));
      } else if (difference.attribute() == Attribute.ENUM_VALUES
          || difference.attribute() == Attribute.ENUM_ORDER) {
        edits.addAll(values(place.get(), declared.get(), change.from().labels()));
      }
    }
    return edits;
  }

  // Values that go and come; those that change places take each other's.
  private static List<TextEdit> values(Place place, PrismaEnum declared, List<String> labels) {
    Map<String, EnumValueDeclaration> known = new HashMap<>();
    List<EnumValueDeclaration> staying = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<TextEdit> edits = new ArrayList<>();
    for (EnumValue value : declared.values()) {
      Optional<EnumValueDeclaration> member = member(place, value);
      if (member.isEmpty()) {
        return List.of();
      }
      if (labels.contains(value.label())) {
        known.put(value.label(), member.get());
        staying.add(member.get());
        taken.add(value.name());
      } else {
        edits.addAll(Lines.delete(new MemberPlace<>(place, member.get())));
      }
    }
    int kept = 0;
    Optional<Member> last = Optional.empty();
    List<String> first = new ArrayList<>();
    Map<Member, List<String>> behind = new HashMap<>();
    for (String label : labels) {
      EnumValueDeclaration mine = known.get(label);
      if (mine == null) {
        last.map(member -> behind.computeIfAbsent(member, ignored -> new ArrayList<>()))
            .orElse(first)
            .add(value(label, taken));
      } else {
        EnumValueDeclaration slot = staying.get(kept++);
        if (!slot.equals(mine)) {
          edits.add(TextEdit.replace(slot.span(), mine.span().text()));
        }
        last = Optional.of(slot);
      }
    }
    behind.forEach((member, lines) -> edits.add(Lines.behind(place, member, lines)));
    if (!first.isEmpty()) {
      edits.add(
          TextEdit.insert(
              place.tree().file(),
              TextEdit.lineEnd(place.tree().file(), place.block().opening().end()),
              "  " + String.join("\n  ", first) + "\n"));
    }
    return edits;
  }

  private static Optional<EnumValueDeclaration> member(Place place, EnumValue value) {
    return place.block().members().stream()
        .filter(EnumValueDeclaration.class::isInstance)
        .map(EnumValueDeclaration.class::cast)
        .filter(member -> member.span().equals(value.span()))
        .findFirst();
  }
}
