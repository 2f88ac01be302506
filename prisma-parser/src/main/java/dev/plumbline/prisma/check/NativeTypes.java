package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.NativeType.Kind;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads native types: {@code @db.VarChar(20)}. */
final class NativeTypes {
  // Prisma takes 32 bits without a sign. Postgres takes none of the largest of them.
  private static final long MAXIMUM = 0xFFFF_FFFFL;

  private NativeTypes() {}

  /** The name behind the first dot. */
  static String name(Attribute attribute) {
    String path = attribute.name().text();
    return path.substring(path.indexOf('.') + 1);
  }

  /** The name before the first dot, which must be that of the datasource. */
  static String prefix(Attribute attribute) {
    String path = attribute.name().text();
    return path.substring(0, path.indexOf('.'));
  }

  /** The arguments as Prisma's messages show them; it overlooks one without a value. */
  static List<String> arguments(Attribute attribute) {
    List<Argument> arguments = Arguments.list(attribute);
    if (arguments.isEmpty()) {
      return List.of();
    }
    return arguments.stream()
        .map(Argument::value)
        .flatMap(Optional::stream)
        .map(Expression::display)
        .toList();
  }

  /** The native type that an attribute asks for, if Postgres has it. */
  static Optional<NativeType> read(Attribute attribute) {
    return Kind.named(name(attribute)).flatMap(kind -> read(kind, arguments(attribute)));
  }

  /**
   * A native type with arguments.
   *
   * @return nothing if the arguments are not whole numbers of the right count
   */
  static Optional<NativeType> read(Kind kind, List<String> arguments) {
    if (kind.maximumArguments() == 0) {
      return Optional.of(new NativeType(kind, List.of()));
    }
    if (!arguments.isEmpty() && arguments.size() != kind.maximumArguments()) {
      return Optional.empty();
    }
    List<Integer> numbers = new ArrayList<>();
    for (String argument : arguments) {
      Optional<Integer> number =
          Values.parseLong(argument)
              .filter(it -> it >= 0 && it <= MAXIMUM && argument.charAt(0) != '-')
              .map(it -> (int) Math.min(it, Integer.MAX_VALUE));
      number.ifPresent(numbers::add);
    }
    return numbers.size() == arguments.size()
        ? Optional.of(new NativeType(kind, numbers))
        : Optional.empty();
  }

  /** The native type in Prisma's spelling, without its prefix. */
  static String display(NativeType type) {
    List<String> numbers = type.arguments().stream().map(String::valueOf).toList();
    String name = type.kind().prismaName();
    return numbers.isEmpty() ? name : name + "(" + String.join(",", numbers) + ")";
  }
}
