package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.ArgumentContext;
import dev.plumbline.prisma.grammar.PrismaParser.ArgumentListContext;
import dev.plumbline.prisma.grammar.PrismaParser.ArrayContext;
import dev.plumbline.prisma.grammar.PrismaParser.BaseTypeContext;
import dev.plumbline.prisma.grammar.PrismaParser.ExpressionContext;
import dev.plumbline.prisma.grammar.PrismaParser.FieldAttributeContext;
import dev.plumbline.prisma.grammar.PrismaParser.FieldTypeContext;
import dev.plumbline.prisma.grammar.PrismaParser.NumberContext;
import dev.plumbline.prisma.grammar.PrismaParser.NumberedCallContext;
import dev.plumbline.prisma.grammar.PrismaParser.ObjectContext;
import dev.plumbline.prisma.grammar.PrismaParser.PathOrCallContext;
import dev.plumbline.prisma.grammar.PrismaParser.StringContext;
import dev.plumbline.prisma.grammar.PrismaParser.TypeMarkContext;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.Entry;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.TypeReference.Modifier;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree of a line into syntax, in one walk; ANTLR's own tree is then forgotten. */
final class TreeBuilder {
  private final Text text;
  private final Mistakes mistakes;
  private final Map<String, String> words = new HashMap<>();

  TreeBuilder(Text text, Mistakes mistakes) {
    this.text = text;
    this.mistakes = mistakes;
  }

  List<Attribute> attributes(List<FieldAttributeContext> contexts) {
    List<Attribute> attributes = new ArrayList<>(contexts.size());
    for (FieldAttributeContext context : contexts) {
      attributes.add(attribute(context, context.attributeName(), context.argumentList()));
    }
    return attributes;
  }

  Attribute attribute(
      ParserRuleContext whole, ParserRuleContext name, @Nullable ArgumentListContext arguments) {
    Optional<ArgumentList> list = Optional.ofNullable(arguments).map(this::argumentList);
    int end = list.map(found -> found.span().end()).orElse(end(name));
    return new Attribute(identifier(name), list, text.span(start(whole), end));
  }

  Identifier identifier(ParserRuleContext context) {
    Span span = span(context);
    return new Identifier(word(span), span);
  }

  Optional<TypeReference> type(@Nullable FieldTypeContext context) {
    if (context == null) {
      return Optional.empty();
    }
    BaseTypeContext base = context.baseType();
    Modifier modifier = modifier(context);
    if (base.identifier() != null) {
      return Optional.of(
          new TypeReference(
              identifier(base.identifier()), Optional.empty(), modifier, span(context)));
    }
    int nameStart = start(base);
    Span name = text.span(nameStart, nameStart + "Unsupported".length());
    return Optional.of(
        new TypeReference(
            new Identifier(word(name), name),
            Optional.of(string(base.STRING().getSymbol())),
            modifier,
            span(context)));
  }

  private static Modifier modifier(FieldTypeContext context) {
    TypeMarkContext mark = context.typeMark();
    if (context.LEFT_BRACKET() != null) {
      return Modifier.LEGACY_LIST;
    }
    if (mark == null) {
      return Modifier.REQUIRED;
    }
    if (mark.LIST() != null) {
      return mark.OPTIONAL() == null ? Modifier.LIST : Modifier.OPTIONAL_LIST;
    }
    return mark.OPTIONAL() == null ? Modifier.LEGACY_REQUIRED : Modifier.OPTIONAL;
  }

  Optional<Expression> optionalExpression(@Nullable ExpressionContext context) {
    return Optional.ofNullable(context).map(this::expression);
  }

  private Expression expression(ExpressionContext context) {
    return switch (context) {
      case PathOrCallContext path when path.argumentList() == null ->
          new Constant(word(span(path)), span(path));
      case PathOrCallContext call ->
          new FunctionCall(identifier(call.path()), argumentList(call.argumentList()), span(call));
      case NumberedCallContext call ->
          new FunctionCall(
              identifier(call.calledNumber()), argumentList(call.argumentList()), span(call));
      case NumberContext number -> new NumberLiteral(word(span(number)), span(number));
      case StringContext string -> string(string.STRING().getSymbol());
      case ArrayContext array ->
          new ArrayLiteral(
              array.arrayElements().expression().stream().map(this::expression).toList(),
              span(array));
      case ObjectContext object ->
          new ObjectLiteral(
              object.objectEntries().objectEntry().stream()
                  .map(entry ->
                      new Entry(identifier(entry.identifier()), expression(entry.expression())))
                  .toList(),
              span(object));
      default -> throw unknown(context);
    };
  }

  private ArgumentList argumentList(ArgumentListContext context) {
    List<ArgumentContext> contexts = context.argument();
    List<Argument> arguments = new ArrayList<>(contexts.size());
    for (ArgumentContext argument : contexts) {
      arguments.add(argument(argument));
    }
    return new ArgumentList(
        arguments, Optional.ofNullable(context.trailingComma()).map(this::span), span(context));
  }

  private Argument argument(ArgumentContext context) {
    return new Argument(
        Optional.ofNullable(context.identifier()).map(this::identifier),
        optionalExpression(context.expression()),
        span(context));
  }

  private StringLiteral string(Token token) {
    Span content = text.span(token.getStartIndex() + 1, token.getStopIndex());
    return new StringLiteral(StringEscapes.resolve(content, mistakes), span(token));
  }

  // A schema says the same few words again and again, so that each is kept once.
  private String word(Span span) {
    String found = span.text();
    String known = words.putIfAbsent(found, found);
    return known == null ? found : known;
  }

  Span span(ParserRuleContext context) {
    return text.span(start(context), end(context));
  }

  private Span span(Token token) {
    return text.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  static int end(ParserRuleContext context) {
    return context.getStop().getStopIndex() + 1;
  }

  private static IllegalStateException unknown(ParserRuleContext context) {
    return new IllegalStateException("the grammar has no " + context.getClass().getSimpleName());
  }
}
