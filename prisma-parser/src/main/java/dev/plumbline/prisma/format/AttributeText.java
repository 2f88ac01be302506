package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.ArgumentList;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.Entry;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** Attributes and expressions in one layout; literals stay as they are written. */
final class AttributeText {
  private final StringBuilder out = new StringBuilder();

  private AttributeText() {}

  static String of(String prefix, Attribute attribute) {
    var text = new AttributeText();
    text.attribute(prefix, attribute);
    return text.out.toString();
  }

  static String of(Expression expression) {
    var text = new AttributeText();
    text.expression(expression);
    return text.out.toString();
  }

  private void attribute(String prefix, Attribute attribute) {
    out.append(prefix).append(attribute.name().text());
    attribute.arguments().ifPresent(this::arguments);
  }

  // A trailing comma goes: Prisma refuses it.
  private void arguments(ArgumentList list) {
    out.append('(');
    separated(list.arguments(), this::argument);
    out.append(')');
  }

  private void argument(Argument argument) {
    argument.name().ifPresent(name -> out.append(name.text()).append(": "));
    argument.value().ifPresent(this::expression);
  }

  private void expression(Expression expression) {
    switch (expression) {
      case StringLiteral string -> verbatim(string.span());
      case NumberLiteral number -> verbatim(number.span());
      case Constant constant -> verbatim(constant.span());
      case ArrayLiteral array -> {
        out.append('[');
        separated(array.elements(), this::expression);
        out.append(']');
      }
      case FunctionCall call -> {
        out.append(call.name().text());
        arguments(call.arguments());
      }
      case ObjectLiteral object -> {
        out.append("{ ");
        separated(object.entries(), this::entry);
        out.append(" }");
      }
    }
  }

  private void entry(Entry entry) {
    out.append(entry.key().text()).append(": ");
    expression(entry.value());
  }

  private void verbatim(Span span) {
    out.append(span.file().text(), span.start(), span.end());
  }

  private <T> void separated(List<T> parts, Consumer<T> write) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      write.accept(parts.get(i));
    }
  }
}
