package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.ArgumentList;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.BlankLines;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Declaration.EnumDeclaration;
import dev.plumbline.prisma.syntax.Declaration.GeneratorDeclaration;
import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.prisma.syntax.TypeReference;
import java.util.Optional;

/** Warns of strings with the character NUL, which Prisma accepts and no SQL can hold. */
final class PostgresTextRules {
  private static final String ESCAPED = "\\u0000";

  private final Report report;

  PostgresTextRules(Report report) {
    this.report = report;
  }

  void check(SyntaxTree tree) {
    // Hardly any text is worth the walk.
    if (tree.text().contains(ESCAPED)) {
      tree.items().forEach(this::check);
    }
  }

  private void check(Item item) {
    switch (item) {
      case ModelDeclaration model -> check(model.block());
      case EnumDeclaration type -> check(type.block());
      case DatasourceDeclaration datasource -> check(datasource.block());
      case Comment comment -> check(comment);
      case PolicyDeclaration policy -> check(policy.block());
      case GeneratorDeclaration ignored -> {}
      case TypeAlias ignored -> {}
      case Unparsable ignored -> {}
      case BlankLines ignored -> {}
    }
  }

  private void check(Block block) {
    for (Member member : block.members()) {
      switch (member) {
        case Member.FieldDeclaration field -> {
          field.type().flatMap(TypeReference::unsupported).ifPresent(this::check);
          field.attributes().forEach(this::check);
        }
        case Member.BlockAttribute line -> check(line.attribute());
        case Member.EnumValueDeclaration value -> value.attributes().forEach(this::check);
        case Member.Property property -> property.value().ifPresent(this::check);
        case Member.CommentLine line -> check(line.comment());
        case Member.UnparsableLine ignored -> {}
        case Member.Blank ignored -> {}
      }
      member.trailingComment().ifPresent(this::check);
    }
  }

  private void check(Comment comment) {
    comment.directive().ifPresent(directive -> check(directive.attribute()));
  }

  private void check(Attribute attribute) {
    attribute.arguments().ifPresent(this::check);
  }

  private void check(ArgumentList arguments) {
    arguments.arguments().stream()
        .map(ArgumentList.Argument::value)
        .flatMap(Optional::stream)
        .forEach(this::check);
  }

  private void check(Expression expression) {
    switch (expression) {
      case StringLiteral string -> isWritable(string);
      case Expression.ArrayLiteral array -> array.elements().forEach(this::check);
      case Expression.FunctionCall call -> check(call.arguments());
      case Expression.ObjectLiteral object ->
          object.entries().forEach(entry -> check(entry.value()));
      case Expression.NumberLiteral ignored -> {}
      case Expression.Constant ignored -> {}
    }
  }

  private void isWritable(StringLiteral string) {
    if (string.value().indexOf('\0') >= 0) {
      report.warning(
          SchemaRule.POSTGRES_HOLDS_THE_TEXT,
          string.span(),
          "Postgres refuses this text: it cannot hold the character NUL.",
          Optional.of("Take `\\u0000` away."));
    }
  }
}
