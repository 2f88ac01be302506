package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Routine;
import dev.plumbline.schema.Rule;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Trigger;
import dev.plumbline.schema.UnmodelledObject;
import dev.plumbline.schema.View;
import java.util.List;

/**
 * One step of meaning from one database to another: an object appears, goes, is renamed or altered.
 * A change keeps the whole objects, so that whoever plans or explains it needs no look-up.
 *
 * <p>A created table comes with its columns, constraints and indexes and a dropped one takes them
 * along: these are not changes of their own. Alters concern the object's own attributes and not its
 * parts.
 */
public sealed interface Change {
  /** The object concerned: as the second side names it, or the first where it is dropped. */
  ObjectAddress address();

  /** In what an altered object differs; nothing for other changes. */
  default List<Difference> differences() {
    return List.of();
  }

  /** A change of a namespace. */
  sealed interface NamespaceChange extends Change {}

  /** CREATE SCHEMA. */
  record CreateNamespace(Namespace namespace) implements NamespaceChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.namespace(namespace.name());
    }
  }

  /** DROP SCHEMA. */
  record DropNamespace(Namespace namespace) implements NamespaceChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.namespace(namespace.name());
    }
  }

  /** Another comment, owner or privilege. */
  record AlterNamespace(Namespace from, Namespace to, List<Difference> differences)
      implements NamespaceChange {
    /** Copies the list. */
    public AlterNamespace {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.namespace(to.name());
    }
  }

  /** A change of an extension. */
  sealed interface ExtensionChange extends Change {}

  /** CREATE EXTENSION. */
  record CreateExtension(Extension extension) implements ExtensionChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.extension(extension.name());
    }
  }

  /** DROP EXTENSION. */
  record DropExtension(Extension extension) implements ExtensionChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.extension(extension.name());
    }
  }

  /** Another version or namespace. */
  record AlterExtension(Extension from, Extension to, List<Difference> differences)
      implements ExtensionChange {
    /** Copies the list. */
    public AlterExtension {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.extension(to.name());
    }
  }

  /** A change of an enum type. */
  sealed interface EnumChange extends Change {}

  /** It appears. */
  record CreateEnum(EnumType type) implements EnumChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ENUM, type.name());
    }
  }

  /** It goes. */
  record DropEnum(EnumType type) implements EnumChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ENUM, type.name());
    }
  }

  /** It has another name and is otherwise compared as the same. */
  record RenameEnum(EnumType from, EnumType to) implements EnumChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ENUM, to.name());
    }
  }

  /**
   * One of its labels has another name. An alter may stand beside, which then knows only the new
   * one.
   *
   * @param from the type before any rename
   * @param to the type after all renames
   * @param label the old label
   * @param newLabel the new one
   */
  record RenameEnumValue(EnumType from, EnumType to, String label, String newLabel)
      implements EnumChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ENUM, to.name());
    }
  }

  /** Other labels or comment. */
  record AlterEnum(EnumType from, EnumType to, List<Difference> differences) implements EnumChange {
    /** Copies the list. */
    public AlterEnum {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ENUM, to.name());
    }
  }

  /** A change of a domain. */
  sealed interface DomainChange extends Change {}

  /** It appears. */
  record CreateDomain(Domain domain) implements DomainChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.DOMAIN, domain.name());
    }
  }

  /** It goes. */
  record DropDomain(Domain domain) implements DomainChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.DOMAIN, domain.name());
    }
  }

  /** Another type, default, nullability or check. */
  record AlterDomain(Domain from, Domain to, List<Difference> differences) implements DomainChange {
    /** Copies the list. */
    public AlterDomain {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.DOMAIN, to.name());
    }
  }

  /** A change of a composite type. */
  sealed interface CompositeTypeChange extends Change {}

  /** It appears. */
  record CreateCompositeType(CompositeType type) implements CompositeTypeChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COMPOSITE_TYPE, type.name());
    }
  }

  /** It goes. */
  record DropCompositeType(CompositeType type) implements CompositeTypeChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COMPOSITE_TYPE, type.name());
    }
  }

  /** Other attributes. */
  record AlterCompositeType(CompositeType from, CompositeType to, List<Difference> differences)
      implements CompositeTypeChange {
    /** Copies the list. */
    public AlterCompositeType {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COMPOSITE_TYPE, to.name());
    }
  }

  /** A change of a sequence. */
  sealed interface SequenceChange extends Change {}

  /** It appears. */
  record CreateSequence(Sequence sequence) implements SequenceChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.SEQUENCE, sequence.name());
    }
  }

  /** It goes. */
  record DropSequence(Sequence sequence) implements SequenceChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.SEQUENCE, sequence.name());
    }
  }

  /** It has another name and is otherwise compared as the same. */
  record RenameSequence(Sequence from, Sequence to) implements SequenceChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.SEQUENCE, to.name());
    }
  }

  /** Other options or another owning column. */
  record AlterSequence(Sequence from, Sequence to, List<Difference> differences)
      implements SequenceChange {
    /** Copies the list. */
    public AlterSequence {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.SEQUENCE, to.name());
    }
  }

  /** A change of a table. */
  sealed interface TableChange extends Change {}

  /** It appears. */
  record CreateTable(Table table) implements TableChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TABLE, table.name());
    }
  }

  /** It goes. */
  record DropTable(Table table) implements TableChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TABLE, table.name());
    }
  }

  /** It has another name and is otherwise compared as the same. */
  record RenameTable(Table from, Table to) implements TableChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TABLE, to.name());
    }
  }

  /** Another attribute of the table itself. */
  record AlterTable(Table from, Table to, List<Difference> differences) implements TableChange {
    /** Copies the list. */
    public AlterTable {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TABLE, to.name());
    }
  }

  /** A change of a view or materialized view. */
  sealed interface ViewChange extends Change {}

  /** It appears. */
  record CreateView(View view) implements ViewChange {
    @Override
    public ObjectAddress address() {
      return viewAddress(view);
    }
  }

  /** It goes. */
  record DropView(View view) implements ViewChange {
    @Override
    public ObjectAddress address() {
      return viewAddress(view);
    }
  }

  /** It has another name and is otherwise compared as the same. */
  record RenameView(View from, View to) implements ViewChange {
    @Override
    public ObjectAddress address() {
      return viewAddress(to);
    }
  }

  /** Another query or option. */
  record AlterView(View from, View to, List<Difference> differences) implements ViewChange {
    /** Copies the list. */
    public AlterView {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return viewAddress(to);
    }
  }

  /** A change of a function or procedure. */
  sealed interface RoutineChange extends Change {}

  /** It appears. */
  record CreateRoutine(Routine routine) implements RoutineChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ROUTINE, routine.name(), routine.arguments());
    }
  }

  /** It goes. */
  record DropRoutine(Routine routine) implements RoutineChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ROUTINE, routine.name(), routine.arguments());
    }
  }

  /** Another definition. */
  record AlterRoutine(Routine from, Routine to, List<Difference> differences)
      implements RoutineChange {
    /** Copies the list. */
    public AlterRoutine {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.ROUTINE, to.name(), to.arguments());
    }
  }

  /** A change of a column of a table (triggers, rules and indexes: also of a view). */
  sealed interface ColumnChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record AddColumn(ObjectName table, Column column) implements ColumnChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COLUMN, table, column.name());
    }
  }

  /** It goes. */
  record DropColumn(ObjectName table, Column column) implements ColumnChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COLUMN, table, column.name());
    }
  }

  /** It has another name; an alter may stand beside. */
  record RenameColumn(ObjectName table, Column from, Column to) implements ColumnChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COLUMN, table, to.name());
    }
  }

  /** Another type, default, nullability or other attribute. */
  record AlterColumn(ObjectName table, Column from, Column to, List<Difference> differences)
      implements ColumnChange {
    /** Copies the list. */
    public AlterColumn {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.COLUMN, table, to.name());
    }
  }

  /** A change of a constraint of a table (triggers, rules and indexes: also of a view). */
  sealed interface ConstraintChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record AddConstraint(ObjectName table, Constraint constraint) implements ConstraintChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(constraint.kind(), table, constraint.name());
    }
  }

  /** It goes. */
  record DropConstraint(ObjectName table, Constraint constraint) implements ConstraintChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(constraint.kind(), table, constraint.name());
    }
  }

  /** It has another name; an alter may stand beside. */
  record RenameConstraint(ObjectName table, Constraint from, Constraint to)
      implements ConstraintChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(to.kind(), table, to.name());
    }
  }

  /** Another definition, validity or comment. */
  record AlterConstraint(
      ObjectName table, Constraint from, Constraint to, List<Difference> differences)
      implements ConstraintChange {
    /** Copies the list. */
    public AlterConstraint {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(to.kind(), table, to.name());
    }
  }

  /** A change of an index of a table (triggers, rules and indexes: also of a view). */
  sealed interface IndexChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record CreateIndex(ObjectName table, Index index) implements IndexChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.INDEX, table, index.name());
    }
  }

  /** It goes. */
  record DropIndex(ObjectName table, Index index) implements IndexChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.INDEX, table, index.name());
    }
  }

  /** It has another name; an alter may stand beside. */
  record RenameIndex(ObjectName table, Index from, Index to) implements IndexChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.INDEX, table, to.name());
    }
  }

  /** Another definition, state or comment. */
  record AlterIndex(ObjectName table, Index from, Index to, List<Difference> differences)
      implements IndexChange {
    /** Copies the list. */
    public AlterIndex {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.INDEX, table, to.name());
    }
  }

  /** A change of a row security policy of a table (triggers, rules and indexes: also of a view). */
  sealed interface PolicyChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record CreatePolicy(ObjectName table, Policy policy) implements PolicyChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.POLICY, table, policy.name());
    }
  }

  /** It goes. */
  record DropPolicy(ObjectName table, Policy policy) implements PolicyChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.POLICY, table, policy.name());
    }
  }

  /** Another definition. */
  record AlterPolicy(ObjectName table, Policy from, Policy to, List<Difference> differences)
      implements PolicyChange {
    /** Copies the list. */
    public AlterPolicy {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.POLICY, table, to.name());
    }
  }

  /** A change of a trigger of a table (triggers, rules and indexes: also of a view). */
  sealed interface TriggerChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record CreateTrigger(ObjectName table, Trigger trigger) implements TriggerChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TRIGGER, table, trigger.name());
    }
  }

  /** It goes. */
  record DropTrigger(ObjectName table, Trigger trigger) implements TriggerChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TRIGGER, table, trigger.name());
    }
  }

  /** Another definition or state. */
  record AlterTrigger(ObjectName table, Trigger from, Trigger to, List<Difference> differences)
      implements TriggerChange {
    /** Copies the list. */
    public AlterTrigger {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.TRIGGER, table, to.name());
    }
  }

  /** A change of a rule of a table (triggers, rules and indexes: also of a view). */
  sealed interface RuleChange extends Change {
    /** The table. */
    ObjectName table();
  }

  /** It appears. */
  record CreateRule(ObjectName table, Rule rule) implements RuleChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.RULE, table, rule.name());
    }
  }

  /** It goes. */
  record DropRule(ObjectName table, Rule rule) implements RuleChange {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.RULE, table, rule.name());
    }
  }

  /** Another definition or state. */
  record AlterRule(ObjectName table, Rule from, Rule to, List<Difference> differences)
      implements RuleChange {
    /** Copies the list. */
    public AlterRule {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.RULE, table, to.name());
    }
  }

  /**
   * An object of a kind that no other change describes, which only one side has.
   *
   * @param object the object
   * @param appears whether the second side has it
   */
  record UnmodelledChange(UnmodelledObject object, boolean appears) implements Change {
    @Override
    public ObjectAddress address() {
      return ObjectAddress.of(ObjectKind.UNMODELLED, object.name(), object.kind());
    }
  }

  private static ObjectAddress viewAddress(View view) {
    return ObjectAddress.of(
        view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, view.name());
  }
}
