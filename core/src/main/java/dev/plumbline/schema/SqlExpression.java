package dev.plumbline.schema;

/**
 * A SQL expression as text: as somebody wrote it, or as Postgres deparses it. Equal texts are equal
 * expressions; whether two different texts mean the same is for the {@code expression} package.
 *
 * @param text the expression, without enclosing parentheses
 */
public record SqlExpression(String text) {}
