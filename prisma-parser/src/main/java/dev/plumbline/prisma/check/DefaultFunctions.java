package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.ClientGenerated;
import dev.plumbline.prisma.model.FieldDefault.Function;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads the functions that a default may call. */
final class DefaultFunctions {
  private final Arguments arguments;

  DefaultFunctions(Arguments arguments) {
    this.arguments = arguments;
  }

  /** A function of a field of one of Prisma's own types. */
  DefaultReading read(ScalarType type, FunctionCall call, boolean named) {
    String function = call.name().text();
    return switch (function) {
      case "autoincrement" -> autoincrement(type, call, named);
      case "now" ->
          type == ScalarType.DATE_TIME
              ? withoutArguments(call, new FieldDefault.Now())
              : notFor(type, function);
      case "uuid", "cuid", "nanoid", "ulid" ->
          type == ScalarType.STRING
              ? DefaultReading.of(clientGenerated(call))
              : notFor(type, function);
      // Postgres has no such function, which is said when everything else is right.
      default -> DefaultReading.unknown();
    };
  }

  private DefaultReading autoincrement(ScalarType type, FunctionCall call, boolean named) {
    if (named) {
      arguments.error(
          SchemaRule.DEFAULT_HAS_NO_NAME,
          "A default has no name in Postgres, so `map` means nothing here.",
          "Leave `map` out.");
      return DefaultReading.refused();
    }
    return type == ScalarType.INT || type == ScalarType.BIG_INT
        ? withoutArguments(call, new FieldDefault.Autoincrement())
        : notFor(type, "autoincrement");
  }

  private DefaultReading notFor(ScalarType type, String function) {
    arguments.error(SchemaRule.DEFAULT_FUNCTION_FITS, misfit(type, function));
    return DefaultReading.refused();
  }

  static String misfit(ScalarType type, String function) {
    return "`" + function + "()` gives no `" + type.prismaName() + "`.";
  }

  private DefaultReading withoutArguments(FunctionCall call, FieldDefault value) {
    return takesNoArgument(call) ? DefaultReading.of(Optional.of(value)) : DefaultReading.refused();
  }

  private boolean takesNoArgument(FunctionCall call) {
    boolean none = call.arguments().arguments().isEmpty();
    if (!none) {
      String function = call.name().text();
      arguments.error(
          SchemaRule.DEFAULT_FUNCTION_ARGUMENT_FITS,
          "`" + function + "()` takes no arguments.",
          "Write `" + function + "()`.");
    }
    return none;
  }

  private Optional<FieldDefault> clientGenerated(FunctionCall call) {
    return switch (call.name().text()) {
      case "uuid" -> number(call, Function.UUID, it -> it == 4 || it == 7, "4 or 7");
      case "cuid" -> number(call, Function.CUID, it -> it == 1 || it == 2, "1 or 2");
      case "nanoid" ->
          number(call, Function.NANOID, it -> it >= 2 && it <= 255, "a number from 2 to 255");
      default ->
          takesNoArgument(call)
              ? Optional.of(new ClientGenerated(Function.ULID, Optional.empty()))
              : Optional.empty();
    };
  }

  private Optional<FieldDefault> number(
      FunctionCall call, Function function, IntPredicate allowed, String range) {
    List<Argument> list = call.arguments().arguments();
    if (list.isEmpty()) {
      return Optional.of(new ClientGenerated(function, Optional.empty()));
    }
    if (list.size() > 1) {
      takesOneNumber(call);
    }
    if (!(list.get(0).value().orElse(null) instanceof NumberLiteral literal)) {
      takesOneNumber(call);
      return Optional.empty();
    }
    Optional<Integer> number =
        Values.parseLong(literal.digits())
            .filter(it -> it >= 0 && it <= 255)
            .map(Long::intValue)
            .filter(allowed::test);
    if (number.isEmpty()) {
      arguments.error(
          SchemaRule.DEFAULT_FUNCTION_ARGUMENT_FITS,
          "`" + call.name().text() + "()` takes nothing, or " + range + ".");
    }
    return number.map(found -> new ClientGenerated(function, Optional.of(found)));
  }

  private void takesOneNumber(FunctionCall call) {
    arguments.error(
        SchemaRule.DEFAULT_FUNCTION_ARGUMENT_FITS,
        "`" + call.name().text() + "()` takes one number.");
  }

  /** {@code dbgenerated(…)}, which every type may have. */
  static Optional<FieldDefault> dbgenerated(FunctionCall call, Arguments arguments) {
    List<Argument> list = call.arguments().arguments();
    if (list.isEmpty()) {
      return Optional.of(new FieldDefault.DatabaseGenerated(Optional.empty()));
    }
    if (list.size() > 1 || !(list.get(0).value().orElse(null) instanceof StringLiteral sql)) {
      arguments.error(
          SchemaRule.DEFAULT_FUNCTION_ARGUMENT_FITS, "`dbgenerated()` takes one string of SQL.");
      return Optional.empty();
    }
    if (sql.value().isEmpty()) {
      arguments.error(
          SchemaRule.DEFAULT_FUNCTION_ARGUMENT_FITS,
          "The SQL of `dbgenerated` is empty.",
          "Write the SQL of the default, or `dbgenerated()` when only the database knows it.");
      return Optional.empty();
    }
    return Optional.of(new FieldDefault.DatabaseGenerated(Optional.of(sql.value())));
  }
}
