package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What a check found. */
public final class CheckedSchema {
  private final List<Diagnostic> diagnostics;
  private Optional<ModelAssembly> assembly;
  private Optional<PrismaSchema> schema = Optional.empty();

  /**
   * What a check found.
   *
   * @param assembly makes the schema, present exactly when no diagnostic is an error
   * @param diagnostics errors and warnings
   */
  CheckedSchema(Optional<ModelAssembly> assembly, List<Diagnostic> diagnostics) {
    this.assembly = assembly;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The schema, present exactly when no diagnostic is an error. It is made when somebody asks for
   * it first: to know whether it is valid, nobody needs it.
   */
  public synchronized Optional<PrismaSchema> schema() {
    if (assembly.isPresent()) {
      schema = assembly.map(ModelAssembly::build);
      assembly = Optional.empty();
    }
    return schema;
  }

  /** Errors and warnings, in the order in which the passes found them. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The diagnostics without those that go away when another one is mended: for people. */
  public List<Diagnostic> withoutConsequences() {
    return Consequences.removeFrom(Consequences.withoutLostBlocks(diagnostics));
  }

  /** The warnings of names and texts that no SQL can hold, so that none can be written. */
  public List<Diagnostic> unwritable() {
    String code = SchemaRule.POSTGRES_HOLDS_THE_TEXT.code();
    return diagnostics.stream().filter(each -> each.code().equals(code)).toList();
  }
}
