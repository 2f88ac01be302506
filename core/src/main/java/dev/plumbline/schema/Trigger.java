package dev.plumbline.schema;

import java.util.Optional;

/**
 * A trigger.
 *
 * @param name its name
 * @param definition the whole CREATE TRIGGER as {@code pg_get_triggerdef} has it
 * @param state when it fires
 * @param comment the database comment
 */
public record Trigger(
    String name, SqlExpression definition, FiringState state, Optional<String> comment) {}
