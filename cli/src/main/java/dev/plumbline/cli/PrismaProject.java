package dev.plumbline.cli;

import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.Finding;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.check.PrismaVersion;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.report.Words;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A Prisma schema that was read. It is parsed and checked when somebody asks: a database can be
 * read at the same time, and one that is known to be in sync with this text needs neither.
 */
final class PrismaProject {
  private static final long LARGE = 4_000_000;

  private final SchemaFiles.Found files;
  // Nothing once they are checked: they are larger than all that comes of them.
  private Optional<List<SyntaxTree>> trees = Optional.empty();
  private Optional<Datasource> datasource = Optional.empty();
  private Optional<CheckedSchema> checked = Optional.empty();

  private PrismaProject(SchemaFiles.Found files) {
    this.files = files;
  }

  private List<SyntaxTree> trees() {
    if (trees.isEmpty()) {
      // A forgotten brace is told once, where Prisma tells what follows from it.
      List<SyntaxTree> parsed = PrismaParser.parseAll(files.files());
      datasource = PrismaChecker.datasource(parsed);
      trees = Optional.of(parsed);
    }
    return trees.get();
  }

  /** Reads; see {@link SchemaFiles#read}. */
  static PrismaProject read(Surroundings surroundings, Optional<String> named) {
    return of(new SchemaFiles(surroundings).read(named));
  }

  /** Whether there is so much text that memory matters more than time: some 3,000 models. */
  boolean isLarge() {
    return files.files().stream().mapToLong(file -> file.text().length()).sum() > LARGE;
  }

  /** The schema in files that were read. */
  static PrismaProject of(SchemaFiles.Found files) {
    return new PrismaProject(files);
  }

  /** What was read. */
  SchemaFiles.Found files() {
    return files;
  }

  /** What the datasource says, even in a schema with errors. */
  Optional<Datasource> datasource() {
    List<SyntaxTree> ignored = trees();
    return datasource;
  }

  /** What the check for a version of Prisma found. */
  CheckedSchema checked(PrismaVersion version) {
    return PrismaChecker.check(trees(), version);
  }

  /** The same for a program; see {@link PrismaChecker#lineByLine}. */
  List<Finding> lineByLine(PrismaVersion version) {
    return PrismaChecker.lineByLine(trees(), version);
  }

  /** What the check found. */
  CheckedSchema checked() {
    CheckedSchema found = checked.orElseGet(() -> PrismaChecker.check(trees()));
    checked = Optional.of(found);
    trees = Optional.of(List.of());
    return found;
  }

  /**
   * The schema, when it has no errors.
   *
   * @throws InvalidSchemaException with all that is wrong
   */
  PrismaSchema schema() {
    return checked()
        .schema()
        .orElseThrow(() -> new InvalidSchemaException(checked().withoutConsequences()));
  }

  /**
   * The database that the schema stands for.
   *
   * @throws InvalidSchemaException with all that is wrong, or with what only a database refuses
   */
  LoweredSchema lower(LoweringOptions options) {
    PrismaSchema schema = schema();
    List<Diagnostic> unwritable = checked().unwritable();
    if (!unwritable.isEmpty()) {
      throw new InvalidSchemaException(unwritable.stream().map(Diagnostic::asError).toList());
    }
    return PrismaLowering.lower(schema, options);
  }

  /** What was read, for people. */
  String name() {
    return files.files().size() == 1
        ? files.files().getFirst().name()
        : "%s (%s)".formatted(files.name(), Words.count(files.files().size(), "file"));
  }
}
