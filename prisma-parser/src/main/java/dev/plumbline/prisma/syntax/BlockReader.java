package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the members of a block, line by line, up to its closing brace. */
final class BlockReader {
  private final Text text;
  private final CommentReader comments;
  private final MemberReader members;
  private final Mistakes mistakes;
  private final boolean closing;

  BlockReader(
      Text text,
      LineParser parser,
      TreeBuilder builder,
      CommentReader comments,
      Mistakes mistakes,
      boolean closing) {
    this.text = text;
    this.comments = comments;
    this.members = new MemberReader(text, parser, builder, comments, mistakes);
    this.mistakes = mistakes;
    this.closing = closing;
  }

  /**
   * Reads a block.
   *
   * @param start where its keyword starts
   * @param opening its keyword, name and brace
   * @return nothing if it is never closed, and then no mistake in it counts
   */
  Optional<Block> read(int start, Opening opening) {
    List<Member> found = new ArrayList<>();
    Mistakes.Mark before = mistakes.mark();
    Optional<Span> ignored = behindBrace(opening.end(), found);
    int offset = firstLine(opening.end(), found);
    while (!closesAt(offset)) {
      boolean end = offset >= text.length();
      if (end && !closing) {
        mistakes.backTo(before);
        return Optional.empty();
      }
      if (end || (closing && isCutOff(found, offset))) {
        mistakes.add(members.isNotClosed(opening, offset));
        return Optional.of(block(start, opening, ignored, found, Optional.empty()));
      }
      offset = text.skipSpace(member(opening, offset, found));
    }
    Span brace = text.span(offset, offset + 1);
    return Optional.of(block(start, opening, ignored, found, Optional.of(brace)));
  }

  private Block block(
      int start,
      Opening opening,
      Optional<Span> ignored,
      List<Member> found,
      Optional<Span> brace) {
    Span head = text.span(start, opening.end());
    int lastEnd = found.isEmpty() ? ignored.orElse(head).end() : end(found.getLast());
    Span whole = text.span(start, brace.map(Span::end).orElse(lastEnd));
    return new Block(opening.name().orElseThrow(), head, ignored, found, brace, whole);
  }

  // Where the block has no member yet, its opening is merely written twice.
  private boolean isCutOff(List<Member> found, int offset) {
    return members.opensBlock(offset) && found.stream().anyMatch(BlockReader::isDeclared);
  }

  private static boolean isDeclared(Member member) {
    return switch (member) {
      case Member.FieldDeclaration ignored -> true;
      case Member.BlockAttribute ignored -> true;
      case Member.EnumValueDeclaration ignored -> true;
      case Member.Property ignored -> true;
      case Member.UnparsableLine ignored -> false;
      case CommentLine ignored -> false;
      case Blank ignored -> false;
    };
  }

  /** The blank lines that start at a line break. */
  BlankLines blankLines(int start) {
    int end = start;
    int next = start;
    while (text.atLineBreak(next)) {
      end = text.skipLineBreak(next);
      next = text.skipSpace(end);
    }
    return new BlankLines(text.span(start, end));
  }

  private boolean closesAt(int offset) {
    return text.startsWith("}", offset);
  }

  private Optional<Span> behindBrace(int offset, List<Member> found) {
    int start = text.skipSpace(offset);
    int end = text.trimEnd(start, text.lineEnd(start));
    if (start == end) {
      return Optional.empty();
    }
    if (text.startsWith("//", start)) {
      found.add(new CommentLine(comments.comment(text.span(start, text.lineEnd(start)))));
      return Optional.empty();
    }
    Span ignored = text.span(start, end);
    mistakes.add(
        SyntaxRule.NOTHING_FOLLOWS_THE_BRACE.warning(
            ignored, "Prisma ignores what follows an opening brace on its line."));
    return Optional.of(ignored);
  }

  private int firstLine(int offset, List<Member> found) {
    int from = found.isEmpty() ? offset : found.get(0).span().end();
    return text.skipSpace(text.skipLineBreak(text.lineEnd(from)));
  }

  private int member(Opening opening, int offset, List<Member> found) {
    if (text.atLineBreak(offset)) {
      BlankLines lines = blankLines(offset);
      found.add(new Blank(lines));
      return lines.span().end();
    }
    Optional<Comment> comment = comments.at(offset);
    if (comment.isPresent()) {
      found.add(new CommentLine(comment.get()));
      return comments.behind(comment.get());
    }
    found.add(members.read(opening, offset));
    return behindLine(found.get(found.size() - 1));
  }

  // A trailing comment in slashes and stars may end on a later line.
  private int behindLine(Member member) {
    return text.skipLineBreak(text.lineEnd(end(member)));
  }

  private static int end(Member member) {
    return member.trailingComment().map(Comment::span).orElse(member.span()).end();
  }
}
