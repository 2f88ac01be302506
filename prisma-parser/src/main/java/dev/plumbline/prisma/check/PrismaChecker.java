package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Checks Prisma schemas for PostgreSQL. */
public final class PrismaChecker {
  private PrismaChecker() {}

  /**
   * What the datasource block says, as far as it can be understood: for whoever must know which
   * database is meant before the schema is checked.
   */
  public static Optional<Datasource> datasource(List<SyntaxTree> trees) {
    SchemaDraft schema = new SchemaDraft();
    for (SyntaxTree tree : trees) {
      for (Item item : tree.items()) {
        if (item instanceof DatasourceDeclaration datasource) {
          schema.datasources().add(datasource.block());
        }
      }
    }
    return new SettingsPass(schema, PrismaVersion.ANY, new Report()).run(trees).datasource();
  }

  /** Checks the files of one schema together, for whatever version of Prisma. */
  public static CheckedSchema check(List<SyntaxTree> trees) {
    return check(trees, PrismaVersion.ANY);
  }

  /**
   * Checks the files of one schema for a program that wants to know of each line that Prisma's
   * engine complains of. {@link CheckedSchema#withoutConsequences} is for people.
   *
   * @param trees the parsed files; declarations keep their order
   * @param version the version of Prisma that they are for
   */
  public static List<Finding> lineByLine(List<SyntaxTree> trees, PrismaVersion version) {
    CheckedSchema checked = check(trees, version);
    List<Diagnostic> engine =
        trees.stream().anyMatch(PrismaChecker::isCutOff)
            ? check(asWritten(trees), version).diagnostics()
            : checked.diagnostics();
    return LineByLine.of(engine, checked.withoutConsequences());
  }

  private static boolean isCutOff(SyntaxTree tree) {
    return tree.diagnostics().stream()
        .anyMatch(each -> each.code().equals(SyntaxRule.BLOCK_IS_CLOSED.code()));
  }

  // The brace that is missing makes what follows a part of the same block.
  private static List<SyntaxTree> asWritten(List<SyntaxTree> trees) {
    return trees.stream().map(tree -> PrismaParser.parse(tree.file())).toList();
  }

  /**
   * Checks the files of one schema together.
   *
   * @param trees the parsed files; declarations keep their order
   * @param version the version of Prisma that they are for
   * @return the schema if there is no error, and all errors and warnings, those of the parser first
   */
  public static CheckedSchema check(List<SyntaxTree> trees, PrismaVersion version) {
    Report report = new Report();
    trees.forEach(tree -> tree.diagnostics().forEach(report::add));
    SchemaDraft schema = new SchemaDraft();
    new NamePass(schema, report).run(trees);
    new TypePass(schema, report).run();
    new AttributePass(schema, report).run();
    new DirectivePass(schema, report).run();
    new PolicyPass(schema, report).run();
    Settings settings = new SettingsPass(schema, version, report).run(trees);
    new RelationPass(schema).run();
    // Rules look at the schema as a whole, so that each earlier error would break several.
    if (!report.hasErrors()) {
      new RulePass(schema, settings, report).run();
    }
    if (!report.hasErrors()) {
      new PostgresRules(schema, settings, report).check();
      trees.forEach(new PostgresTextRules(report)::check);
    }
    return new CheckedSchema(
        report.hasErrors() ? Optional.empty() : Optional.of(new ModelAssembly(schema, settings)),
        report.diagnostics());
  }
}
