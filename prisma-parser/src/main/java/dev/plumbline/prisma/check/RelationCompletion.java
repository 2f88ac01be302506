package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what relations lack into the files of a schema, as {@code prisma format} does: the field
 * on the other side, {@code fields} and {@code references}, and the columns that they name.
 */
public final class RelationCompletion {
  private RelationCompletion() {}

  /**
   * Completes the relations of a schema.
   *
   * @param trees all files of the schema
   * @return the files in the same order: the same trees where nothing was missing, or where a
   *     mistake in names, types or attributes leaves open what is meant; else trees of new texts,
   *     in which what was added still wants its layout
   */
  public static List<SyntaxTree> complete(List<SyntaxTree> trees) {
    SchemaDraft schema = new SchemaDraft();
    if (hasMistakes(trees, schema)) {
      return List.copyOf(trees);
    }
    new RelationPass(schema).run();
    List<Insertion> insertions = new MissingRelationParts(schema).find();
    return trees.stream().map(tree -> insert(tree, insertions)).toList();
  }

  private static boolean hasMistakes(List<SyntaxTree> trees, SchemaDraft schema) {
    Report report = new Report();
    trees.forEach(tree -> tree.diagnostics().forEach(report::add));
    new NamePass(schema, report).run(trees);
    new TypePass(schema, report).run();
    new AttributePass(schema, report).run();
    return report.diagnostics().stream().anyMatch(RelationCompletion::leavesMeaningOpen);
  }

  // A trailing comma is taken away by formatting: completing must not wait for a second run.
  private static boolean leavesMeaningOpen(Diagnostic diagnostic) {
    return diagnostic.isError()
        && !SchemaRule.isOfDirectives(diagnostic.code())
        && !diagnostic.code().equals(SchemaRule.NO_COMMA_TRAILS.code());
  }

  private static SyntaxTree insert(SyntaxTree tree, List<Insertion> all) {
    List<Insertion> insertions = new ArrayList<>();
    all.stream().filter(insertion -> insertion.file() == tree.file()).forEach(insertions::add);
    if (insertions.isEmpty()) {
      return tree;
    }
    // A stable sort: what is added in one place keeps its order.
    insertions.sort(Insertion.BY_PLACE);
    String old = tree.text();
    StringBuilder text = new StringBuilder(old.length() + 64 * insertions.size());
    int copied = 0;
    for (Insertion insertion : insertions) {
      text.append(old, copied, insertion.offset()).append(insertion.text());
      copied = insertion.offset();
    }
    text.append(old, copied, old.length());
    return PrismaParser.parse(SourceFile.of(tree.file().name(), text.toString()));
  }
}
