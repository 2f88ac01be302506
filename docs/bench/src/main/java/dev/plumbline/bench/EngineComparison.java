package dev.plumbline.bench;

import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.SourceFile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plumbline beside Prisma's engine, each warm in its own process and asked in turns, so that a busy
 * machine slows both. Prints a table.
 */
public final class EngineComparison {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 15;

  private final PrismaEngine engine;
  private final PrintStream out;

  private EngineComparison(PrismaEngine engine, PrintStream out) {
    this.engine = engine;
    this.out = out;
  }

  /** Compares, with the script and the folder of the engine, for each size that follows. */
  public static void main(String[] arguments) {
    try (PrismaEngine engine = PrismaEngine.start(arguments[0], arguments[1])) {
      var comparison = new EngineComparison(engine, System.out);
      comparison.out.println(
          """
          Milliseconds: least and median by the clock, median of the processors' time. Ratios: engine to
          Plumbline, of the least by the clock, and of the processors' time.

          | Stages | Models | Plumbline | Engine | Ratio | Ratio, processors |
          |---|---|---|---|---|---|\
          """);
      Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).forEach(comparison::compare);
    }
  }

  private void compare(int size) {
    for (Stages stages : Stages.values()) {
      compare(stages, size);
    }
  }

  private void compare(Stages stages, int size) {
    String schema = SchemaShape.REALISTIC.schema(size);
    SourceFile file = SourceFile.of("schema.prisma", schema);
    List<Spent> ours = new ArrayList<>();
    List<Spent> theirs = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      Spent our = Spent.on(() -> stages.run(file));
      Spent their = engine.spent(stages.operation, schema);
      if (round >= WARM_UP) {
        ours.add(our);
        theirs.add(their);
      }
    }
    out.printf(
        "| %s | %d | %s | %s | %.1f | %.1f |%n",
        stages.title,
        size,
        row(ours),
        row(theirs),
        Spent.least(theirs) / Spent.least(ours),
        Spent.medianCpu(theirs) / Spent.medianCpu(ours));
  }

  private static String row(List<Spent> all) {
    return "%.0f, %.0f, %.0f"
        .formatted(Spent.least(all), Spent.medianWall(all), Spent.medianCpu(all));
  }

  /** What is measured, and the engine's operation beside it. */
  private enum Stages {
    VALIDATE("validate", "validate7") {
      @Override
      void run(SourceFile file) {
        CheckedSchema ignored = check(PrismaParser.parse(file));
      }
    },

    LOWER("validate and lower, beside validate", "validate7") {
      @Override
      void run(SourceFile file) {
        CheckedSchema checked = check(PrismaParser.parse(file));
        LoweredSchema ignored =
            PrismaLowering.lower(checked.schema().orElseThrow(), LoweringOptions.prisma());
      }
    },

    FORMAT("format", "format") {
      @Override
      void run(SourceFile file) {
        List<String> ignored = PrismaFormatter.format(List.of(PrismaParser.parse(file)));
      }
    };

    private final String title;
    private final String operation;

    Stages(String title, String operation) {
      this.title = title;
      this.operation = operation;
    }

    abstract void run(SourceFile file);

    private static CheckedSchema check(SyntaxTree tree) {
      return PrismaChecker.check(List.of(tree));
    }
  }
}
