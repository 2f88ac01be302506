package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sorts the members of a block, and gives each the comments that belong to it. */
final class Members {
  private final Gathering gathering = new Gathering();
  private final List<ModelDraft.FieldLine> fields = new ArrayList<>();
  private final List<ModelDraft.AttributeLine> attributes = new ArrayList<>();
  private final List<EnumDraft.ValueDraft> values = new ArrayList<>();
  private final List<Directive> behindBrace;

  private Members(Block block) {
    Optional<Comment> first = commentBehindBrace(block);
    behindBrace = first.flatMap(Comment::directive).stream().toList();
    block.members().stream().skip(first.isPresent() ? 1 : 0).forEach(this::sort);
  }

  // To Prisma it documents nothing, least of all the first field. A directive there is the block's.
  private static Optional<Comment> commentBehindBrace(Block block) {
    int line = block.opening().to().line();
    return block.members().stream()
        .limit(1)
        .filter(CommentLine.class::isInstance)
        .map(member -> ((CommentLine) member).comment())
        .filter(comment -> comment.span().from().line() == line)
        .findFirst();
  }

  static ModelDraft model(Block block, ModelDraft.Container container, Notes notes) {
    Members members = new Members(block);
    return new ModelDraft(
        block, container, notes, members.fields, members.attributes, members.loose());
  }

  static EnumDraft enumeration(Block block, Notes notes) {
    Members members = new Members(block);
    List<Directive> loose = members.loose();
    List<Directive> directives = new ArrayList<>(notes.directives());
    directives.addAll(loose);
    Notes all = new Notes(notes.documentation(), notes.note(), directives);
    return new EnumDraft(block, all, members.values, members.attributes);
  }

  static List<Property> properties(Block block) {
    return block.members().stream()
        .filter(Property.class::isInstance)
        .map(Property.class::cast)
        .toList();
  }

  private List<Directive> loose() {
    List<Directive> loose = new ArrayList<>(behindBrace);
    loose.addAll(gathering.partFromDeclaration());
    return loose;
  }

  private void sort(Member member) {
    switch (member) {
      case CommentLine line -> gathering.add(line.comment());
      case Blank ignored -> gathering.part();
      case FieldDeclaration field ->
          fields.add(new ModelDraft.FieldLine(field, gathering.take(field.trailingComment())));
      case BlockAttribute line ->
          attributes.add(
              new ModelDraft.AttributeLine(
                  line.attribute(), gathering.take(line.trailingComment())));
      case EnumValueDeclaration value ->
          values.add(new EnumDraft.ValueDraft(value, gathering.take(value.trailingComment())));
      case Property property -> gathering.take(property.trailingComment());
      case UnparsableLine ignored -> {}
    }
  }
}
