package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads expressions as values of the type that is wanted, with an error where they are not. */
final class Values {
  /** What can stand without quotes. */
  private static final Pattern BARE = Pattern.compile("-?[\\p{L}\\d][\\p{L}\\d_.-]*");

  private final Report report;

  Values(Report report) {
    this.report = report;
  }

  Optional<String> string(Expression expression) {
    if (expression instanceof StringLiteral literal) {
      return Optional.of(literal.value());
    }
    return mismatch("string", expression);
  }

  Optional<String> constant(Expression expression) {
    if (expression instanceof Constant constant) {
      return Optional.of(constant.name());
    }
    return mismatch("word", expression);
  }

  Optional<Boolean> truth(Expression expression) {
    if (expression instanceof Constant(String name, var span)
        && (name.equals("true") || name.equals("false"))) {
      return Optional.of(name.equals("true"));
    }
    return mismatch("word `true` or `false`", expression);
  }

  Optional<Long> integer(Expression expression) {
    if (expression instanceof NumberLiteral number) {
      Optional<Long> value = parseLong(number.digits());
      if (value.isPresent()) {
        return value;
      }
    }
    return mismatch("number", expression);
  }

  static Optional<Long> parseLong(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  /**
   * The elements of a list, or of a single value that stands for a list of one.
   *
   * @return nothing if one of the elements is not of the type
   */
  <T> Optional<List<T>> list(Expression expression, Function<Expression, Optional<T>> element) {
    if (!(expression instanceof ArrayLiteral array)) {
      return element.apply(expression).map(List::of);
    }
    List<T> values = new ArrayList<>();
    boolean complete = true;
    for (Expression each : array.elements()) {
      Optional<T> value = element.apply(each);
      value.ifPresent(values::add);
      complete &= value.isPresent();
    }
    return complete ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  <T> Optional<T> mismatch(String wanted, Expression expression) {
    return mismatch(wanted, expression, repair(wanted, expression));
  }

  <T> Optional<T> mismatch(String wanted, Expression expression, Optional<String> help) {
    report.error(
        SchemaRule.VALUE_HAS_THE_TYPE,
        expression.span(),
        "Here stands a %s, and not the %s `%s`."
            .formatted(wanted, describe(expression), expression.display()),
        help);
    return Optional.empty();
  }

  private static Optional<String> repair(String wanted, Expression expression) {
    if (wanted.equals("string") && expression instanceof Constant word) {
      return Optional.of("Write `\"" + word.name() + "\"`.");
    }
    boolean bare = wanted.equals("word") || wanted.startsWith("name") || wanted.equals("number");
    return bare
            && expression instanceof StringLiteral string
            && BARE.matcher(string.value()).matches()
        ? Optional.of("Write `" + string.value() + "` without quotes.")
        : Optional.empty();
  }

  static String describe(Expression expression) {
    return switch (expression) {
      case StringLiteral ignored -> "string";
      case NumberLiteral ignored -> "number";
      case Constant ignored -> "word";
      case ArrayLiteral ignored -> "list";
      case FunctionCall ignored -> "function";
      case ObjectLiteral ignored -> "object";
    };
  }
}
