package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.EnumType;

/**
 * Whether a plan uses an enum label in the same run in which it adds the label. Postgres refuses
 * that within one transaction ("unsafe use of new value").
 */
final class LabelUse {
  private final Planning planning;

  LabelUse(Planning planning) {
    this.planning = planning;
  }

  /** Whether anything that the plan creates or changes uses the label, as far as texts tell. */
  boolean isUsed(EnumType type, String label) {
    String constant = "'" + label.replace("'", "''") + "'";
    return planning.changes().stream()
        .filter(change -> !(change instanceof Change.EnumChange))
        .anyMatch(change -> uses(change, label, constant));
  }

  private static boolean uses(Change change, String label, String constant) {
    return switch (change) {
      case Change.CreateTable created ->
          created.table().columns().stream().anyMatch(column -> uses(column, label, constant))
              || mentions(created.table().constraints(), constant)
              || mentions(created.table().indexes(), constant);
      case Change.AddColumn added -> uses(added.column(), label, constant);
      case Change.AlterColumn altered -> uses(altered.to(), label, constant);
      case Change.DomainChange domain -> mentions(domain, label);
      case Change.NamespaceChange ignored -> false;
      case Change.ExtensionChange ignored -> false;
      case Change.EnumChange ignored -> false;
      case Change.CompositeTypeChange ignored -> false;
      case Change.SequenceChange ignored -> false;
      case Change.TableChange ignored -> false;
      case Change.ViewChange view -> mentions(view, constant);
      case Change.RoutineChange ignored -> false;
      case Change.ColumnChange ignored -> false;
      case Change.ConstraintChange constraint -> mentions(constraint, constant);
      case Change.IndexChange index -> mentions(index, constant);
      case Change.PolicyChange policy -> mentions(policy, constant);
      case Change.TriggerChange trigger -> mentions(trigger, constant);
      case Change.RuleChange rule -> mentions(rule, constant);
      case Change.UnmodelledChange ignored -> false;
    };
  }

  private static boolean uses(Column column, String label, String constant) {
    boolean generated =
        column.generated().stream().anyMatch(it -> it.expression().text().contains(constant));
    return generated
        || switch (column.defaultValue()) {
          case DefaultValue.None ignored -> false;
          case DefaultValue.Unspecified ignored -> false;
          case DefaultValue.Literal literal -> literal.text().equals(label);
          case DefaultValue.ArrayLiteral array ->
              array.elements().stream().anyMatch(element -> element.text().equals(label));
          case DefaultValue.Expression expression ->
              expression.expression().text().contains(constant);
          case DefaultValue.OwnedSequence ignored -> false;
        };
  }

  /** Values print their texts whole, so that one search covers every expression in them. */
  private static boolean mentions(Object value, String constant) {
    return value.toString().contains(constant);
  }
}
