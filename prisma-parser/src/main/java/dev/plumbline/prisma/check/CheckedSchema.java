package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param schema the schema, present exactly when no diagnostic is an error
 * @param diagnostics errors and warnings, in the order in which the passes found them
 */
public record CheckedSchema(Optional<PrismaSchema> schema, List<Diagnostic> diagnostics) {
  /** Copies the list. */
  public CheckedSchema {
    diagnostics = List.copyOf(diagnostics);
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
