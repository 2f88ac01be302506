package dev.plumbline.source;

import java.util.Optional;

/** What diagnostics of one code say of a text. Each part that emits diagnostics lists its rules. */
public interface DiagnosticRule {
  /** The stable dotted code, such as {@code relation.missing-opposite}. */
  String code();

  /** What must hold of a text, in one sentence. */
  String meaning();

  /** The code under which Prisma's engine refuses the same, such as {@code P1012}. */
  Optional<String> engineCode();
}
