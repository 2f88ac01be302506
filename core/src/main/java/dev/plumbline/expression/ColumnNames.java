package dev.plumbline.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The columns that an expression names. */
final class ColumnNames {
  private ColumnNames() {}

  static Set<String> in(SqlNode node) {
    Set<String> names = new TreeSet<>();
    collect(node, names);
    return names;
  }

  private static void collect(SqlNode node, Set<String> names) {
    if (node instanceof SqlNode.ColumnReference(String name)) {
      names.add(name);
    }
    children(node).forEach(child -> collect(child, names));
  }

  /** The nodes right below. */
  static List<SqlNode> children(SqlNode node) {
    return switch (node) {
      case SqlNode.UntypedString ignored -> List.of();
      case SqlNode.Number ignored -> List.of();
      case SqlNode.Constant ignored -> List.of();
      case SqlNode.Null ignored -> List.of();
      case SqlNode.ColumnReference ignored -> List.of();
      case SqlNode.SessionValue ignored -> List.of();
      case SqlNode.Call call -> call.arguments();
      case SqlNode.Operation operation -> operation.operands();
      case SqlNode.Cast cast -> List.of(cast.operand());
      case SqlNode.Junction junction -> junction.operands();
      case SqlNode.Not not -> List.of(not.operand());
      case SqlNode.Is is -> List.of(is.operand());
      case SqlNode.Distinct distinct -> List.of(distinct.left(), distinct.right());
      case SqlNode.Quantified quantified -> List.of(quantified.left(), quantified.array());
      case SqlNode.Membership membership ->
          Stream.concat(Stream.of(membership.left()), membership.elements().stream()).toList();
      case SqlNode.Case choice -> branches(choice);
      case SqlNode.ArrayOf array -> array.elements();
      case SqlNode.Row row -> row.fields();
      case SqlNode.Subscript subscript ->
          Stream.of(Optional.of(subscript.base()), subscript.lower(), subscript.upper())
              .flatMap(Optional::stream)
              .toList();
      case SqlNode.Field field -> List.of(field.base());
      case SqlNode.Collated collated -> List.of(collated.operand());
    };
  }

  private static List<SqlNode> branches(SqlNode.Case choice) {
    Stream<SqlNode> inner =
        choice.branches().stream().flatMap(branch -> Stream.of(branch.when(), branch.then()));
    return Stream.of(choice.subject().stream(), inner, choice.otherwise().stream())
        .flatMap(nodes -> nodes)
        .toList();
  }
}
