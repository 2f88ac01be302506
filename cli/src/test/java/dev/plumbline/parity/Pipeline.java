package dev.plumbline.parity;

import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.Finding;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.check.PrismaVersion;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.List;

/** Plumbline's way from the text of a schema to SQL, stage by stage. */
public final class Pipeline {
  private Pipeline() {}

  /** Parses and checks. */
  public static CheckedSchema check(SchemaText schema) {
    List<SyntaxTree> trees =
        schema.files().stream()
            .map(file -> PrismaParser.parse(SourceFile.of(file.name(), file.text())))
            .toList();
    return PrismaChecker.check(trees);
  }

  /** What {@code plumb validate --output json} tells. */
  static List<Diagnostic> told(SchemaText schema) {
    List<SourceFile> files =
        schema.files().stream().map(file -> SourceFile.of(file.name(), file.text())).toList();
    return PrismaChecker.lineByLine(PrismaParser.parseAll(files), PrismaVersion.ANY).stream()
        .map(Finding::diagnostic)
        .toList();
  }

  /**
   * Parses, checks and lowers.
   *
   * @throws IllegalArgumentException when the checker refuses the schema
   */
  public static LoweredSchema lower(SchemaText schema, LoweringOptions options) {
    CheckedSchema checked = check(schema);
    List<Diagnostic> errors = checked.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(schema + " is refused: " + described(errors));
    }
    return PrismaLowering.lower(checked.schema().orElseThrow(), options);
  }

  private static List<String> described(List<Diagnostic> errors) {
    return errors.stream()
        .map(e -> e.code() + " in line " + e.span().from().line() + ": " + e.message())
        .toList();
  }

  /** What {@code plumb ddl --style prisma} prints. */
  static String ddlInPrismasStyle(SchemaText schema) {
    DatabaseSchema lowered = lower(schema, LoweringOptions.prisma()).schema();
    return script(DatabaseSchema.empty(), lowered, PlanOptions.prisma(), ScriptOptions.prisma());
  }

  /** The SQL that leads from one database to another. */
  static String script(
      DatabaseSchema from, DatabaseSchema to, PlanOptions planOptions, ScriptOptions script) {
    Plan plan = Planner.plan(SchemaDiff.between(from, to).changes(), from, to, planOptions);
    return SqlScript.of(plan, script);
  }
}
