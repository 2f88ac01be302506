package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.pull.Landmarks.MemberPlace;
import dev.plumbline.prisma.pull.Landmarks.Place;
import dev.plumbline.prisma.pull.Landmarks.Said;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines that come and go, with the comments that belong to them. */
final class Lines {
  private static final String INDENT = "  ";
  private static final Set<String> KEYS = Set.of("id", "unique", "index", "fulltext", "check");

  private Lines() {}

  /** Takes a member away, and the comments directly above it. */
  static List<TextEdit> delete(MemberPlace<? extends Member> place) {
    List<TextEdit> edits = new ArrayList<>();
    List<Comment> above = place.above();
    above.forEach(comment -> edits.add(TextEdit.deleteLines(comment.span())));
    edits.add(TextEdit.deleteLines(place.member().span()));
    // A last line goes with the blank one before it.
    List<Member> members = place.place().block().members();
    int at = members.indexOf(place.member());
    int before = at - above.size() - 1;
    if (at == members.size() - 1 && before >= 0 && members.get(before) instanceof Member.Blank) {
      Member blank = members.get(before);
      edits.add(new TextEdit(blank.span().file(), blank.span().start(), blank.span().end(), ""));
    }
    return edits;
  }

  /** Takes a declaration away, the comments directly above it, and a blank line. */
  static List<TextEdit> delete(Place place) {
    List<Comment> above = Landmarks.above(place);
    SourceFile file = place.tree().file();
    int from = above.isEmpty() ? place.block().span().start() : above.getFirst().span().start();
    int end = TextEdit.lineEnd(file, place.block().span().end());
    int next = end;
    while (next < file.text().length()
        && file.text().substring(next, TextEdit.lineEnd(file, next)).isBlank()) {
      next = TextEdit.lineEnd(file, next);
    }
    return List.of(new TextEdit(file, TextEdit.lineStart(file, from), next, ""));
  }

  /** Takes away what declares a key, an index or a rule. */
  static List<TextEdit> delete(Said said) {
    return switch (said) {
      case Said.OfField field -> List.of(deleteAttribute(field));
      case Said.OfBlock block -> delete(block.member());
      case Said.AsDirective directive -> List.of(TextEdit.deleteLines(directive.comment().span()));
    };
  }

  private static TextEdit deleteAttribute(Said.OfField said) {
    int start = said.attribute().span().start();
    String text = said.attribute().span().file().text();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return new TextEdit(said.attribute().span().file(), start, said.attribute().span().end(), "");
  }

  /** A line in a comment above a declaration. */
  static TextEdit above(Place place, String directive) {
    SourceFile file = place.tree().file();
    int at = TextEdit.lineStart(file, place.block().span().start());
    return TextEdit.insert(file, at, "/// " + directive + "\n");
  }

  /** A line in a comment above a field. */
  static TextEdit above(MemberPlace<FieldDeclaration> field, String directive) {
    SourceFile file = field.member().span().file();
    int start = field.member().span().start();
    return TextEdit.insert(
        file,
        TextEdit.lineStart(file, start),
        TextEdit.indent(file, start) + "/// " + directive + "\n");
  }

  /** Further lines behind the last field of a block. */
  static TextEdit behindFields(Place place, List<String> lines) {
    Optional<Member> last =
        place.block().members().stream()
            .filter(member ->
                member instanceof FieldDeclaration || member instanceof Member.EnumValueDeclaration)
            .reduce((first, second) -> second);
    return insertBehind(place, last, lines, "");
  }

  /** Further lines behind a member. */
  static TextEdit behind(Place place, Member member, List<String> lines) {
    return insertBehind(place, Optional.of(member), lines, "");
  }

  private static TextEdit insertBehind(
      Place place, Optional<Member> last, List<String> lines, String before) {
    SourceFile file = place.tree().file();
    int at =
        TextEdit.lineEnd(
            file, last.map(member -> member.span().end()).orElse(place.block().opening().end()));
    StringBuilder text = new StringBuilder(before);
    lines.forEach(line -> text.append(INDENT).append(line).append('\n'));
    return TextEdit.insert(file, at, text.toString());
  }

  /** A further attribute of a block: behind the last key, before what names the table. */
  static TextEdit attribute(Place place, String attribute) {
    List<BlockAttribute> attributes =
        place.block().members().stream()
            .filter(BlockAttribute.class::isInstance)
            .map(BlockAttribute.class::cast)
            .toList();
    Optional<BlockAttribute> lastKey =
        attributes.stream()
            .filter(member -> KEYS.contains(member.attribute().name().text()))
            .reduce((first, second) -> second);
    if (lastKey.isPresent()) {
      return behind(place, lastKey.get(), List.of(attribute));
    }
    if (attributes.isEmpty()) {
      Optional<Member> last =
          place.block().members().stream()
              .filter(FieldDeclaration.class::isInstance)
              .reduce((first, second) -> second);
      return insertBehind(place, last, List.of(attribute), "\n");
    }
    var first = new MemberPlace<>(place, attributes.getFirst());
    int start =
        first.above().isEmpty()
            ? first.member().span().start()
            : first.above().getFirst().span().start();
    SourceFile file = place.tree().file();
    return TextEdit.insert(file, TextEdit.lineStart(file, start), INDENT + attribute + "\n");
  }

  /** Lines at the end of a file. */
  static TextEdit atEnd(SourceFile file, String text) {
    String before = file.text().endsWith("\n") || file.text().isEmpty() ? "\n" : "\n\n";
    return TextEdit.insert(file, file.text().length(), before + text);
  }

  /** The directive of this name among comments. */
  static Optional<Comment> directive(List<Comment> comments, String name) {
    return comments.stream()
        .filter(comment ->
            comment.directive().filter(d -> d.attribute().name().text().equals(name)).isPresent())
        .findFirst();
  }

  /** Makes documentation say a comment: above what begins at an offset. */
  static List<TextEdit> document(
      SourceFile file, int start, List<Comment> above, Optional<String> comment) {
    List<TextEdit> edits = new ArrayList<>();
    above.stream()
        .filter(Comment::documents)
        .forEach(line -> edits.add(TextEdit.deleteLines(line.span())));
    String indent = TextEdit.indent(file, start);
    comment.ifPresent(text -> {
      StringBuilder lines = new StringBuilder();
      text.lines().forEach(line -> lines.append(indent).append("/// ").append(line).append('\n'));
      int from = above.isEmpty() ? start : above.getFirst().span().start();
      edits.add(0, TextEdit.insert(file, TextEdit.lineStart(file, from), lines.toString()));
    });
    return edits;
  }
}
