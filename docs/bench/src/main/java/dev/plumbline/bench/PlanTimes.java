package dev.plumbline.bench;

import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * From two database schemas to the script between them: comparing, planning and spelling, the first
 * time in a fresh process, and warm.
 */
public final class PlanTimes {
  private static final int EDITS = 50;
  private static final int ROUNDS = 15;
  private static final String INDEX = "  @@index([parentId])\n";

  private PlanTimes() {}

  /** Measures for a size of the realistic shape. */
  public static void main(String[] arguments) {
    int size = Integer.parseInt(arguments[0]);
    String text = SchemaShape.REALISTIC.schema(size);
    DatabaseSchema schema = lowered(text);
    DatabaseSchema edited = lowered(edited(text));
    PrintStream out = System.out;
    out.println("| Plan | First time, ms | Least, ms | Median, ms |");
    out.println("|---|---|---|---|");
    out.println(row("%d tables, %d edits".formatted(size, EDITS), schema, edited));
    out.println(row("from nothing to %d tables".formatted(size), DatabaseSchema.empty(), schema));
  }

  private static String row(String title, DatabaseSchema from, DatabaseSchema to) {
    Spent first = Spent.on(() -> run(from, to));
    List<Spent> warm = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      warm.add(Spent.on(() -> run(from, to)));
    }
    return "| %s | %.0f | %.0f | %.0f |"
        .formatted(title, first.wall(), Spent.least(warm), Spent.medianWall(warm));
  }

  private static void run(DatabaseSchema from, DatabaseSchema to) {
    SchemaDiff diff = SchemaDiff.between(from, to);
    Plan plan = Planner.plan(diff.changes(), from, to, PlanOptions.standard());
    String script = SqlScript.of(plan, ScriptOptions.sql());
    if (script.isEmpty()) {
      throw new IllegalStateException("nothing is planned");
    }
  }

  // Of each further table an index goes.
  private static String edited(String text) {
    String edited = text;
    int at = 0;
    for (int i = 0; i < EDITS; i++) {
      at = edited.indexOf(INDEX, at);
      edited = edited.substring(0, at) + edited.substring(at + INDEX.length());
    }
    return edited.replaceFirst("@db.VarChar\\(32\\)", "@db.VarChar(64)");
  }

  private static DatabaseSchema lowered(String text) {
    var file = SourceFile.of("schema.prisma", text);
    var checked = PrismaChecker.check(List.of(PrismaParser.parse(file)));
    return PrismaLowering.lower(checked.schema().orElseThrow(), LoweringOptions.prisma()).schema();
  }
}
