package dev.plumbline.sql;

import java.util.Optional;

/**
 * How SQL is spelled.
 *
 * @param style whose spelling
 * @param unqualifiedNamespace the namespace whose objects are named without it, because the script
 *     will run with it first on the search path; empty when every name is to be qualified
 * @param repeatable whether an index that is there already, or something that is gone already, is
 *     no error
 */
public record RenderOptions(
    SqlStyle style, Optional<String> unqualifiedNamespace, boolean repeatable) {
  /** Each statement runs once. */
  public RenderOptions(SqlStyle style, Optional<String> unqualifiedNamespace) {
    this(style, unqualifiedNamespace, false);
  }

  /** The same for a script that may run again. */
  public RenderOptions forRepetition() {
    return new RenderOptions(style, unqualifiedNamespace, true);
  }

  /** Our own style for a script that runs with {@code public} first on its search path. */
  public static RenderOptions sql() {
    return new RenderOptions(SqlStyle.SQL, Optional.of("public"));
  }

  /** Our own style with every name qualified, right whatever the search path is. */
  public static RenderOptions qualified() {
    return new RenderOptions(SqlStyle.SQL, Optional.empty());
  }

  /** Prisma's style, which leaves {@code public} out. */
  public static RenderOptions prisma() {
    return new RenderOptions(SqlStyle.PRISMA, Optional.of("public"));
  }
}
