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

  /** Measures for sizes of the realistic shape; only the first of all is a first time. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    out.println("| Plan | First time, ms | Least, ms | Median, ms |");
    out.println("|---|---|---|---|");
    for (String argument : arguments) {
      int size = Integer.parseInt(argument);
      String text = SchemaShape.REALISTIC.schema(size);
      DatabaseSchema schema = lowered(text);
      DatabaseSchema empty = DatabaseSchema.empty();
      DatabaseSchema bare = lowered(text.replace(INDEX, ""));
      String tables = "%d tables".formatted(size);
      out.println(row("%s, %d edits".formatted(tables, EDITS), schema, lowered(edited(text))));
      out.println(row(tables + ", an index of each dropped", schema, bare));
      out.println(
          row(tables + ", the same while in use", schema, bare, PlanOptions.standard().online(true)));
      out.println(row("from nothing to " + tables, empty, schema));
      out.println(row("from %s to nothing".formatted(tables), schema, empty));
    }
  }

  private static String row(String title, DatabaseSchema from, DatabaseSchema to) {
    return row(title, from, to, PlanOptions.standard());
  }

  private static String row(
      String title, DatabaseSchema from, DatabaseSchema to, PlanOptions options) {
    Spent first = Spent.on(() -> run(from, to, options));
    List<Spent> warm = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      warm.add(Spent.on(() -> run(from, to, options)));
    }
    return "| %s | %.0f | %.0f | %.0f |"
        .formatted(title, first.wall(), Spent.least(warm), Spent.medianWall(warm));
  }

  private static void run(DatabaseSchema from, DatabaseSchema to, PlanOptions options) {
    SchemaDiff diff = SchemaDiff.between(from, to);
    Plan plan = Planner.plan(diff.changes(), from, to, options);
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
