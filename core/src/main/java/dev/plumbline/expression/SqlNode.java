package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/** A SQL expression as a tree, without the sugar that Postgres's grammar takes away. */
sealed interface SqlNode {

  /** A string constant of no type yet, as in {@code 'x'}. */
  record UntypedString(String value) implements SqlNode {}

  /** A number as it is written; its type follows from its size. */
  record Number(String digits) implements SqlNode {}

  /** A constant of a known type, in that type's canonical text. */
  record Constant(ColumnType type, String value) implements SqlNode {}

  /** NULL of any type. */
  record Null() implements SqlNode {}

  /** A column. */
  record ColumnReference(String name) implements SqlNode {}

  /** {@code CURRENT_TIMESTAMP(3)} and its like: a word that is a function without parentheses. */
  record SessionValue(String word, String precision) implements SqlNode {}

  /** A function call. Grammar words that act as functions (COALESCE) have upper-case names. */
  record Call(Optional<String> namespace, String name, List<SqlNode> arguments) implements SqlNode {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** An operator with one operand (before it) or two. */
  record Operation(String operator, List<SqlNode> operands) implements SqlNode {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** A cast, explicit or as the analysis of the expression puts it in. */
  record Cast(SqlNode operand, ColumnType type) implements SqlNode {}

  /** AND or OR of two or more. */
  record Junction(boolean conjunction, List<SqlNode> operands) implements SqlNode {
    public Junction {
      operands = List.copyOf(operands);
    }
  }

  /** NOT. */
  record Not(SqlNode operand) implements SqlNode {}

  /** IS NULL, IS TRUE and their like; the negations are {@link Not}s where that is the same. */
  record Is(SqlNode operand, String test) implements SqlNode {}

  /** IS DISTINCT FROM. */
  record Distinct(SqlNode left, SqlNode right) implements SqlNode {}

  /** {@code x = ANY (array)} or {@code x <> ALL (array)}. */
  record Quantified(String operator, boolean all, SqlNode left, SqlNode array) implements SqlNode {}

  /** The list of IN; its elements and the left side share one type. */
  record Membership(SqlNode left, List<SqlNode> elements, boolean negated) implements SqlNode {
    public Membership {
      elements = List.copyOf(elements);
    }
  }

  /** CASE. */
  record Case(Optional<SqlNode> subject, List<Branch> branches, Optional<SqlNode> otherwise)
      implements SqlNode {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** WHEN … THEN …. */
  record Branch(SqlNode when, SqlNode then) {}

  /** ARRAY[…]. */
  record ArrayOf(List<SqlNode> elements) implements SqlNode {
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  /** ROW(…). */
  record Row(List<SqlNode> fields) implements SqlNode {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /** {@code x[i]}, or {@code x[i:j]} with two bounds, either of which may be left open. */
  record Subscript(SqlNode base, Optional<SqlNode> lower, Optional<SqlNode> upper, boolean slice)
      implements SqlNode {}

  /** {@code (x).field}. */
  record Field(SqlNode base, String name) implements SqlNode {}

  /** COLLATE. */
  record Collated(SqlNode operand, String collation) implements SqlNode {}
}
