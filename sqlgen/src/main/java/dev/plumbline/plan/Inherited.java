package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What a partition or an inheriting table has, or gets, through its parent. */
final class Inherited {
  private Inherited() {}

  /** Whether the change comes about by itself when the same change is made to a parent. */
  static boolean isImplied(Planning planning, Change change) {
    return switch (change) {
      case Change.ColumnChange column -> isImpliedByParent(planning, column.table(), column);
      case Change.ConstraintChange constraint ->
          isImpliedByParent(planning, constraint.table(), constraint);
      case Change.IndexChange index -> isImpliedByParent(planning, index.table(), index);
      case Change.NamespaceChange ignored -> false;
      case Change.ExtensionChange ignored -> false;
      case Change.EnumChange ignored -> false;
      case Change.DomainChange ignored -> false;
      case Change.CompositeTypeChange ignored -> false;
      case Change.SequenceChange ignored -> false;
      case Change.TableChange ignored -> false;
      case Change.ViewChange ignored -> false;
      case Change.RoutineChange ignored -> false;
      case Change.PolicyChange ignored -> false;
      case Change.TriggerChange ignored -> false;
      case Change.RuleChange ignored -> false;
      case Change.UnmodelledChange ignored -> false;
    };
  }

  private static boolean isImpliedByParent(Planning planning, ObjectName table, Change change) {
    return planning.tableBefore(table).stream()
        .flatMap(it -> parents(it).stream())
        .flatMap(parent -> planning.changesOf(parent).stream())
        .anyMatch(of -> isSame(of, change));
  }

  private static List<ObjectName> parents(Table table) {
    var parents = new ArrayList<ObjectName>(table.inherits());
    table.partitionOf().ifPresent(it -> parents.add(it.parent()));
    return parents;
  }

  private static boolean isSame(Change parent, Change child) {
    if (parent instanceof Change.AddColumn one && child instanceof Change.AddColumn other) {
      return one.column().name().equals(other.column().name());
    }
    if (parent instanceof Change.DropColumn one && child instanceof Change.DropColumn other) {
      return one.column().name().equals(other.column().name());
    }
    if (parent instanceof Change.RenameColumn one && child instanceof Change.RenameColumn other) {
      return one.from().name().equals(other.from().name());
    }
    if (parent instanceof Change.AlterColumn one && child instanceof Change.AlterColumn other) {
      return one.to().equals(other.to());
    }
    if (parent instanceof Change.AddConstraint one && child instanceof Change.AddConstraint two) {
      return isSame(one.constraint(), two.constraint());
    }
    if (parent instanceof Change.DropConstraint one && child instanceof Change.DropConstraint two) {
      return isSame(one.constraint(), two.constraint());
    }
    if (parent instanceof Change.AlterConstraint one
        && child instanceof Change.AlterConstraint two) {
      return isSame(one.to(), two.to());
    }
    if (parent instanceof Change.CreateIndex one && child instanceof Change.CreateIndex other) {
      return isSame(one.index(), other.index());
    }
    if (parent instanceof Change.DropIndex one && child instanceof Change.DropIndex other) {
      return isSame(one.index(), other.index());
    }
    return parent instanceof Change.AlterIndex one
        && child instanceof Change.AlterIndex other
        && isSame(one.to(), other.to());
  }

  static boolean isSame(Constraint parent, Constraint child) {
    return switch (child) {
      case Constraint.PrimaryKey ignored -> parent instanceof Constraint.PrimaryKey;
      case Constraint.Unique unique ->
          parent instanceof Constraint.Unique of
              && of.columns().equals(unique.columns())
              && of.include().equals(unique.include())
              && of.nullsDistinct() == unique.nullsDistinct();
      case Constraint.ForeignKey key ->
          parent instanceof Constraint.ForeignKey of
              && of.columns().equals(key.columns())
              && of.target().equals(key.target())
              && of.targetColumns().equals(key.targetColumns());
      case Constraint.Check check ->
          parent instanceof Constraint.Check of && of.name().equals(check.name());
      case Constraint.Exclusion exclusion ->
          parent instanceof Constraint.Exclusion of
              && of.definition().equals(exclusion.definition());
    };
  }

  static boolean isSame(Index parent, Index child) {
    return parent.method().equals(child.method())
        && parent.unique() == child.unique()
        && parent.nullsDistinct() == child.nullsDistinct()
        && parent.include().equals(child.include())
        && parent.predicate().equals(child.predicate())
        && names(parent).equals(names(child));
  }

  private static List<String> names(Index index) {
    var names = new ArrayList<String>();
    for (IndexKey key : index.keys()) {
      names.add(
          switch (key) {
            case IndexKey.OfColumn column -> column.column();
            case IndexKey.OfExpression expression -> expression.expression().text();
          });
    }
    return names;
  }
}
