package dev.plumbline.schema;

import java.util.Optional;

/**
 * A rewrite rule that is not a view's own.
 *
 * @param name its name
 * @param definition the whole CREATE RULE as {@code pg_get_ruledef} has it
 * @param state when it fires
 * @param comment the database comment
 */
public record Rule(
    String name, SqlExpression definition, FiringState state, Optional<String> comment) {}
