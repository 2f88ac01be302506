package dev.plumbline.sql;

/**
 * What a script looks like.
 *
 * @param render how its statements are spelled
 * @param transaction whether our own style puts BEGIN and COMMIT around the statements; where one
 *     of them must be committed before the next, or can be in no transaction, it ends and begins
 *     again
 */
public record ScriptOptions(RenderOptions render, boolean transaction) {

  /** Our own style without BEGIN and COMMIT: whoever runs the script decides. */
  public static ScriptOptions sql() {
    return new ScriptOptions(RenderOptions.sql(), false);
  }

  /** Prisma's style. */
  public static ScriptOptions prisma() {
    return new ScriptOptions(RenderOptions.prisma(), false);
  }
}
