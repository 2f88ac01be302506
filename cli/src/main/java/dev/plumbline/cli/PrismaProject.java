package dev.plumbline.cli;

import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.report.Words;
import java.util.Optional;

/**
 * A Prisma schema that was read and checked.
 *
 * @param files what was read
 * @param checked what the check found
 */
record PrismaProject(SchemaFiles.Found files, CheckedSchema checked) {

  /** Reads and checks; see {@link SchemaFiles#read}. */
  static PrismaProject read(Surroundings surroundings, Optional<String> named) {
    return check(new SchemaFiles(surroundings).read(named));
  }

  /** Checks what was read. */
  static PrismaProject check(SchemaFiles.Found files) {
    return new PrismaProject(
        files, PrismaChecker.check(files.files().stream().map(PrismaParser::parse).toList()));
  }

  /**
   * The schema, when it has no errors.
   *
   * @throws InvalidSchemaException with all that is wrong
   */
  PrismaSchema schema() {
    return checked.schema().orElseThrow(() -> new InvalidSchemaException(checked.diagnostics()));
  }

  /** The database that the schema stands for. */
  LoweredSchema lower(LoweringOptions options) {
    return PrismaLowering.lower(schema(), options);
  }

  /** What was read, for people. */
  String name() {
    return files.files().size() == 1
        ? files.files().getFirst().name()
        : "%s (%s)".formatted(files.name(), Words.count(files.files().size(), "file"));
  }
}
