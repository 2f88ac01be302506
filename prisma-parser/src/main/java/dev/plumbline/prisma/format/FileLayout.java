package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.BlankLines;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Declaration;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the items of a file, with the blank lines between them. */
final class FileLayout {
  private final List<Item> items;
  private final StringBuilder out;
  private Gap gap = Gap.NONE;
  private boolean blankBefore;

  FileLayout(SyntaxTree tree) {
    this.items = tree.items();
    this.out = new StringBuilder(tree.text().length() + tree.text().length() / 4);
  }

  /** What stands between an item and the one behind it. */
  private enum Gap {
    /** Nothing: the item is the first, or Prisma keeps no blank line behind such a one. */
    NONE,
    /** A blank line where there are any. */
    AS_WRITTEN,
    /** A blank line. */
    BLANK_LINE
  }

  /** The text of the file. */
  String text() {
    int next = 0;
    while (next < items.size()) {
      next = item(next);
    }
    if (out.isEmpty() || out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    return out.toString();
  }

  private int item(int index) {
    Optional<DeclaredBlock> block = DeclaredBlock.of(items.get(index));
    if (block.isPresent()) {
      writeGap();
      return block(block.get(), index);
    }
    switch (items.get(index)) {
      case BlankLines blank -> blankBefore = true;
      case Comment comment -> comment(comment);
      case TypeAlias alias -> verbatim(alias.span());
      case Unparsable unparsable when isUnknownBlock(unparsable) -> verbatim(unparsable.span());
      case Unparsable line -> line(line.span());
      case Declaration declaration -> throw new IllegalStateException("no block: " + declaration);
    }
    return index + 1;
  }

  private void writeGap() {
    if (gap == Gap.BLANK_LINE || (gap == Gap.AS_WRITTEN && blankBefore)) {
      out.append('\n');
    }
    blankBefore = false;
  }

  private void comment(Comment comment) {
    writeGap();
    CommentText.lines(comment).forEach(line -> out.append(line).append('\n'));
    gap = Gap.AS_WRITTEN;
  }

  private void line(Span span) {
    writeGap();
    out.append(SourceText.line(span));
    gap = Gap.AS_WRITTEN;
  }

  // Only a block goes on behind its first line.
  private static boolean isUnknownBlock(Unparsable unparsable) {
    String text = unparsable.span().text();
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  // What follows on the same line stays there.
  private void verbatim(Span span) {
    writeGap();
    Span whole = SourceText.withSpaceBehind(span);
    out.append(whole.text());
    if (SourceText.endsLine(whole)) {
      out.append('\n');
    }
    gap = Gap.NONE;
  }

  // Prisma reads a block that is not closed on through those behind it, to the first that is.
  private int block(DeclaredBlock first, int index) {
    var members = new ArrayList<Member>(first.members());
    DeclaredBlock last = first;
    int next = index + 1;
    while (!last.isClosed()) {
      Optional<DeclaredBlock> following =
          next < items.size() ? DeclaredBlock.of(items.get(next)) : Optional.empty();
      if (following.isEmpty()) {
        return unclosed(first, index);
      }
      last = following.get();
      members.add(last.openingLine());
      members.addAll(last.membersAs(first.keyword()));
      next++;
    }
    new BlockLayout(out).write(first, members);
    gap = Gap.BLANK_LINE;
    return next;
  }

  // To Prisma these are no lines of a block, so that they lose their indentation.
  private int unclosed(DeclaredBlock block, int index) {
    gap = Gap.NONE;
    line(block.opening());
    for (Member member : block.members()) {
      switch (member) {
        case Blank blank -> blankBefore = true;
        case CommentLine comment -> comment(comment.comment());
        case Member other ->
            line(
                other
                    .trailingComment()
                    .map(Comment::span)
                    .map(other.span()::through)
                    .orElse(other.span()));
      }
    }
    return index + 1;
  }
}
