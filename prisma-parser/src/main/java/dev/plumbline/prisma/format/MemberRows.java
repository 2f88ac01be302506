package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import dev.plumbline.prisma.syntax.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of members. */
final class MemberRows {
  private MemberRows() {}

  static Row of(FieldDeclaration field) {
    String attributes =
        field.attributes().stream()
            .sorted(AttributeOrder.comparator())
            .map(attribute -> AttributeText.of("@", attribute))
            .collect(Collectors.joining(" "));
    String type = field.type().map(MemberRows::type).orElse("");
    return row(List.of(field.name().text(), type, attributes), field.trailingComment());
  }

  // A value has one attribute at most; Prisma glues others to it, and does not sort them.
  static Row of(EnumValueDeclaration value) {
    String attributes =
        value.attributes().stream()
            .map(attribute -> AttributeText.of("@", attribute))
            .collect(Collectors.joining());
    return row(List.of(value.name().text(), attributes), value.trailingComment());
  }

  static Row of(Property property) {
    String value = property.value().map(AttributeText::of).map("= "::concat).orElse("=");
    return row(List.of(property.name().text(), value), property.trailingComment());
  }

  static Row of(BlockAttribute attribute) {
    String text = AttributeText.of("@@", attribute.attribute());
    return row(List.of(text), attribute.trailingComment());
  }

  // All of the line, as Prisma keeps it: also the space at its end, and half of a Windows line
  // break.
  static Row of(UnparsableLine line) {
    String text = SourceText.line(line.span());
    return new Row.Free(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  private static Row row(List<String> columns, Optional<Comment> trailing) {
    return new Row.Aligned(columns, trailing.map(comment -> comment.span().text()).orElse(""));
  }

  // Marks that Prisma refuses, but understands, become those that it accepts.
  private static String type(TypeReference type) {
    String base = base(type);
    return switch (type.modifier()) {
      case REQUIRED, LEGACY_REQUIRED -> base;
      case OPTIONAL -> base + "?";
      case LIST, LEGACY_LIST -> base + "[]";
      case OPTIONAL_LIST -> base + "[]?";
    };
  }

  private static String base(TypeReference type) {
    return type.unsupported()
        .map(string -> {
          String text = string.span().file().text();
          int close = text.indexOf(')', string.span().end());
          return text.substring(type.name().span().start(), close + 1);
        })
        .orElse(type.name().text());
  }
}
