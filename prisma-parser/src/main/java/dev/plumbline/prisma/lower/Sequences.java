package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.FieldDirective.SequenceSettings;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sequences behind serial and identity columns. */
final class Sequences {
  private final Set<ObjectName> taken = new HashSet<>();

  /** Keeps the name of a table from sequences that come later. */
  void reserve(ObjectName table) {
    taken.add(table);
  }

  /** The name that Postgres will choose for the sequence of a serial column. */
  ObjectName name(ObjectName table, String column) {
    String cutTable = NameLimit.cut(table.name());
    String cutColumn = NameLimit.cut(column);
    for (int pass = 0; ; pass++) {
      String label = pass == 0 ? "seq" : "seq" + pass;
      var name =
          new ObjectName(table.namespace(), NameLimit.chosenByPostgres(cutTable, cutColumn, label));
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** The sequence of a serial column. */
  static Sequence owned(
      ObjectName name, ColumnType type, ColumnAddress owner, Persistence persistence) {
    return new Sequence(
        name,
        type.canonical(),
        SequenceOptions.ascending(greatest(type)),
        Optional.of(owner),
        persistence,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The options of an identity's sequence: what is said, and Postgres's own for the rest. */
  static SequenceOptions options(ColumnType type, SequenceSettings said) {
    long increment = said.increment().orElse(1L);
    long greatest = greatest(type);
    long minimum = said.minimum().orElse(increment > 0 ? 1 : -greatest - 1);
    long maximum = said.maximum().orElse(increment > 0 ? greatest : -1);
    long start = said.start().orElse(increment > 0 ? minimum : maximum);
    return new SequenceOptions(
        start, increment, minimum, maximum, said.cache().orElse(1L), said.cycle());
  }

  private static long greatest(ColumnType type) {
    String name = type.canonical() instanceof BuiltIn builtIn ? builtIn.name() : "int8";
    return switch (name) {
      case "int2" -> Short.MAX_VALUE;
      case "int4" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
