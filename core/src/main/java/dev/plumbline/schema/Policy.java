package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * A row security policy.
 *
 * @param name its name
 * @param permissive PERMISSIVE (the usual) rather than RESTRICTIVE
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles, sorted; {@code public} for everybody
 * @param using USING (…)
 * @param withCheck WITH CHECK (…)
 * @param comment the database comment
 */
public record Policy(
    String name,
    boolean permissive,
    String command,
    List<String> roles,
    Optional<SqlExpression> using,
    Optional<SqlExpression> withCheck,
    Optional<String> comment) {
  /** Copies the lists. */
  public Policy {
    roles = List.copyOf(roles);
  }
}
