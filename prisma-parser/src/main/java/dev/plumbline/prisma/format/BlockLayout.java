package dev.plumbline.prisma.format;

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
 * order, as one group.
 */
final class BlockLayout {
  private final StringBuilder out;
  private final RowGroup group = new RowGroup();
  private final List<PlacedAttribute> attributes = new ArrayList<>();
  private final List<CommentRun> floating = new ArrayList<>();
  private List<Row> commentsAbove = List.of();
  private boolean blankBefore;
  private boolean lastIsAttribute;
  private boolean empty = true;

  BlockLayout(StringBuilder out) {
    this.out = out;
  }

  /**
   * A block attribute with the comments around it.
   *
   * @param above the comments directly above it
   * @param attribute the attribute
   * @param below comments below it that belong to nothing else
   */
  private record PlacedAttribute(List<Row> above, BlockAttribute attribute, List<Row> below) {}

  /**
   * Comments that follow each other directly.
   *
   * @param blankBefore whether a blank line stands before them
   * @param rows their lines
   */
  private record CommentRun(boolean blankBefore, List<Row> rows) {}

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
    sinkFloating();
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
      case BlockAttribute attribute -> attribute(attribute);
      case FieldDeclaration field -> row(MemberRows.of(field));
      case EnumValueDeclaration value -> row(MemberRows.of(value));
      case Property property -> row(MemberRows.of(property));
      case UnparsableLine line -> row(MemberRows.of(line));
    }
    return index + 1;
  }

  private void attribute(BlockAttribute attribute) {
    sinkFloating();
    attributes.add(new PlacedAttribute(commentsAbove, attribute, new ArrayList<>()));
    commentsAbove = List.of();
    blankBefore = false;
    lastIsAttribute = true;
  }

  private void row(Row row) {
    floating.forEach(this::add);
    floating.clear();
    add(new CommentRun(blankBefore, List.of(row)));
    blankBefore = false;
    lastIsAttribute = false;
  }

  private void add(CommentRun run) {
    if (run.blankBefore()) {
      group.writeTo(out);
      writeBlankLine();
    }
    run.rows().forEach(group::add);
    empty = false;
  }

  // At the start of a block there is none: Prisma leaves one where an attribute stood before it.
  private void writeBlankLine() {
    if (!empty) {
      out.append('\n');
    }
  }

  private int comments(List<Member> members, int index) {
    int end = index;
    var rows = new ArrayList<Row>();
    while (end < members.size() && members.get(end) instanceof CommentLine line) {
      CommentText.lines(line.comment()).forEach(text -> rows.add(new Row.Free(text)));
      end++;
    }
    boolean aboveAttribute = end < members.size() && members.get(end) instanceof BlockAttribute;
    if (aboveAttribute) {
      sinkFloating();
      commentsAbove = rows;
    } else {
      floating.add(new CommentRun(blankBefore, rows));
    }
    blankBefore = false;
    return end;
  }

  // Comments belong to the attributes where no row follows them; Prisma moves them up to the rows.
  private void sinkFloating() {
    if (attributes.isEmpty() || !lastIsAttribute) {
      floating.forEach(this::add);
    } else {
      List<Row> below = attributes.get(attributes.size() - 1).below();
      floating.forEach(run -> below.addAll(run.rows()));
    }
    floating.clear();
  }

  private void writeAttributes() {
    if (attributes.isEmpty()) {
      return;
    }
    out.append('\n');
    attributes.sort(
        Comparator.comparing(
            placed -> placed.attribute().attribute(), AttributeOrder.comparator()));
    for (PlacedAttribute placed : attributes) {
      placed.above().forEach(group::add);
      group.add(MemberRows.of(placed.attribute()));
      placed.below().forEach(group::add);
    }
    group.writeTo(out);
  }
}
