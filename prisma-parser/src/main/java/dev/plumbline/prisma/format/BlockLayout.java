package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays out one block: first its fields, values or properties in groups, then its attributes in
 * order, as one group. A comment goes with the attribute directly below it, and else stays among
 * the fields. A directive, of which Prisma knows nothing, always goes with what it belongs to.
 */
final class BlockLayout {
  private final StringBuilder out;
  private final RowGroup group = new RowGroup();
  private final List<PlacedAttribute> attributes = new ArrayList<>();
  private final List<Row> above = new ArrayList<>();
  private final List<Row> atEnd = new ArrayList<>();
  private int behindComments;
  private boolean blankBefore;
  private boolean empty = true;

  BlockLayout(StringBuilder out) {
    this.out = out;
  }

  /**
   * A block attribute.
   *
   * @param above the comments that go with it
   * @param attribute the attribute
   */
  private record PlacedAttribute(List<Row> above, BlockAttribute attribute) {}

  /**
   * Writes a block.
   *
   * @param block its keyword and name
   * @param members its members
   */
  void write(DeclaredBlock block, List<Member> members) {
    out.append(block.keyword()).append(' ').append(block.name()).append(" {");
    block.behindBrace().ifPresent(behind -> out.append(' ').append(behind.text()));
    out.append('\n');
    int next = 0;
    while (next < members.size()) {
      next = member(members, next);
    }
    group.writeTo(out);
    writeAttributes();
    out.append("}\n");
  }

  private int member(List<Member> members, int index) {
    switch (members.get(index)) {
      case Blank blank -> blankBefore = true;
      case CommentLine comment -> {
        return comments(members, index);
      }
      case BlockAttribute attribute -> {
        attributes.add(new PlacedAttribute(List.copyOf(above), attribute));
        above.clear();
        blankBefore = false;
      }
      case FieldDeclaration field -> row(MemberRows.of(field));
      case EnumValueDeclaration value -> row(MemberRows.of(value));
      case Property property -> row(MemberRows.of(property));
      case UnparsableLine line -> row(MemberRows.of(line));
    }
    return index + 1;
  }

  private void row(Row row) {
    if (blankBefore) {
      writeBlankLine();
    }
    blankBefore = false;
    group.add(row);
    empty = false;
  }

  // At the start of a block there is none: Prisma leaves one where an attribute stood before it.
  private void writeBlankLine() {
    group.writeTo(out);
    if (!empty) {
      out.append('\n');
    }
  }

  private int comments(List<Member> members, int index) {
    int end = index;
    boolean directive = false;
    var rows = new ArrayList<Row>();
    while (end < members.size() && members.get(end) instanceof CommentLine line) {
      directive |= isDirective(line.comment());
      CommentText.lines(line.comment()).forEach(text -> rows.add(new Row.Free(text)));
      end++;
    }
    int next = directive ? firstBehindComments(members, end) : end;
    if (next < members.size() && members.get(next) instanceof BlockAttribute) {
      above.addAll(rows);
      blankBefore = false;
    } else if (directive && next == members.size() && !attributes.isEmpty()) {
      atEnd.addAll(rows);
      blankBefore = false;
    } else {
      rows.forEach(this::row);
    }
    return end;
  }

  private static boolean isDirective(Comment comment) {
    return comment.directive().isPresent() || comment.unreadable();
  }

  // What was found holds for all comments before it, however many ask.
  private int firstBehindComments(List<Member> members, int index) {
    behindComments = Math.max(behindComments, index);
    while (behindComments < members.size() && isCommentOrBlank(members.get(behindComments))) {
      behindComments++;
    }
    return behindComments;
  }

  private static boolean isCommentOrBlank(Member member) {
    return member instanceof CommentLine || member instanceof Blank;
  }

  private void writeAttributes() {
    if (!attributes.isEmpty()) {
      out.append('\n');
    }
    attributes.sort(
        Comparator.comparing(
            placed -> placed.attribute().attribute(), AttributeOrder.comparator()));
    for (PlacedAttribute placed : attributes) {
      placed.above().forEach(group::add);
      group.add(MemberRows.of(placed.attribute()));
    }
    atEnd.forEach(group::add);
    group.writeTo(out);
  }
}
