package dev.plumbline.bench;

import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each stage by itself, warm, and the stages that commands put together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StagesBenchmark {
  /** What the schema looks like. */
  @Param("REALISTIC")
  public SchemaShape shape = SchemaShape.REALISTIC;

  /** How large it is. */
  @Param({"1000", "5000"})
  public int size;

  private SourceFile file = SourceFile.of("schema.prisma", "");
  private SyntaxTree tree = PrismaParser.parse(file);
  private CheckedSchema checked = PrismaChecker.check(List.of(tree));
  private DatabaseSchema schema = DatabaseSchema.empty();
  private DatabaseSchema changed = schema;
  private SchemaDiff diff = SchemaDiff.between(schema, changed);
  private Plan plan = new Plan(List.of(), List.of());

  /** Takes every stage once, so that each can be measured alone. */
  @Setup
  public void prepare() {
    String text = shape.schema(size);
    file = SourceFile.of("schema.prisma", text);
    tree = parse();
    checked = check();
    schema = lower();
    changed = lower(PrismaChecker.check(List.of(PrismaParser.parse(changed(text)))));
    diff = diff();
    plan = plan();
  }

  // In each table of the realistic shape: a longer column, another default, an index less.
  private static SourceFile changed(String text) {
    String other =
        text.replace("@db.VarChar(32)", "@db.VarChar(64)")
            .replace("@default(1)", "@default(2)")
            .replace("  @@index([parentId])\n", "");
    return SourceFile.of("changed.prisma", other);
  }

  /** Text to tree. */
  @Benchmark
  public SyntaxTree parse() {
    return PrismaParser.parse(file);
  }

  /** Tree to model. */
  @Benchmark
  public CheckedSchema check() {
    return PrismaChecker.check(List.of(tree));
  }

  /** Model to database schema. */
  @Benchmark
  public DatabaseSchema lower() {
    return lower(checked);
  }

  /** Text to model, as {@code plumb validate}. */
  @Benchmark
  public CheckedSchema parseAndCheck() {
    return PrismaChecker.check(List.of(parse()));
  }

  /** Text to database schema, as every command that compares. */
  @Benchmark
  public DatabaseSchema parseCheckAndLower() {
    return lower(parseAndCheck());
  }

  /** Text to text, as {@code plumb format}. */
  @Benchmark
  public List<String> parseAndFormat() {
    return PrismaFormatter.format(List.of(parse()));
  }

  /** What differs, where each table does. */
  @Benchmark
  public SchemaDiff diff() {
    return SchemaDiff.between(schema, changed);
  }

  /** What to do about it. */
  @Benchmark
  public Plan plan() {
    return Planner.plan(diff.changes(), schema, changed, PlanOptions.standard());
  }

  /** That as SQL. */
  @Benchmark
  public String render() {
    return SqlScript.of(plan, ScriptOptions.sql());
  }

  private static DatabaseSchema lower(CheckedSchema checked) {
    return PrismaLowering.lower(checked.schema().orElseThrow(), LoweringOptions.prisma()).schema();
  }
}
