package dev.plumbline.diff;

import dev.plumbline.schema.ColumnType;
import java.util.Optional;
import java.util.Set;

/** Tells whether two column types are one. */
final class TypeComparison {
  /** Types of which six fractional digits are all there are, so that (6) says nothing. */
  private static final Set<String> TIMES =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

  private TypeComparison() {}

  static boolean areSame(ColumnType one, ColumnType other) {
    return switch (one.canonical()) {
      case ColumnType.BuiltIn first ->
          other.canonical() instanceof ColumnType.BuiltIn second
              && first.name().equals(second.name())
              && modifiers(first).equals(modifiers(second));
      case ColumnType.UserDefined first ->
          other.canonical() instanceof ColumnType.UserDefined second && areSame(first, second);
      // Postgres does not enforce the number of dimensions.
      case ColumnType.Array first ->
          other.canonical() instanceof ColumnType.Array second
              && areSame(first.element(), second.element());
      case ColumnType.Written first -> areSame(first.meaning(), other);
    };
  }

  private static String modifiers(ColumnType.BuiltIn type) {
    return TIMES.contains(type.name()) && type.modifiers().equals("6") ? "" : type.modifiers();
  }

  private static boolean areSame(ColumnType.UserDefined one, ColumnType.UserDefined other) {
    return one.name().equals(other.name())
        && matches(one.namespace(), other.namespace())
        && one.modifiers().equalsIgnoreCase(other.modifiers());
  }

  private static boolean matches(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
