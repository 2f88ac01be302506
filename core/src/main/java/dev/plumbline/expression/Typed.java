package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.Optional;

/**
 * An expression and its type.
 *
 * @param node the expression
 * @param type its type; empty when it cannot be told, and for NULL and strings that have none yet
 */
record Typed(SqlNode node, Optional<ColumnType> type) {

  static Typed of(SqlNode node, ColumnType type) {
    return new Typed(node, Optional.of(type));
  }

  static Typed untyped(SqlNode node) {
    return new Typed(node, Optional.empty());
  }

  /** Whether this takes whatever type its surroundings want. */
  boolean isOpen() {
    return node instanceof SqlNode.UntypedString || node instanceof SqlNode.Null;
  }
}
