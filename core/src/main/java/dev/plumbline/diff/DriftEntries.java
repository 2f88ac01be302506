package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Table;
import java.util.List;

/** Tells a change as drift: what the schema side creates is missing, what it drops is unmanaged. */
final class DriftEntries {
  private DriftEntries() {}

  static List<DriftEntry> of(Change change, boolean spoken) {
    return switch (change) {
      case Change.NamespaceChange namespace -> namespace(namespace, spoken);
      case Change.ExtensionChange extension -> extension(extension, spoken);
      case Change.EnumChange type -> enumType(type, spoken);
      case Change.DomainChange domain -> domain(domain, spoken);
      case Change.CompositeTypeChange type -> compositeType(type, spoken);
      case Change.SequenceChange sequence -> sequence(sequence, spoken);
      case Change.TableChange table -> table(table, spoken);
      case Change.ColumnChange column -> column(column, spoken);
      case Change.ConstraintChange constraint -> constraint(constraint, spoken);
      case Change.IndexChange index -> index(index, spoken);
      case Change.PolicyChange policy -> policy(policy, spoken);
      case Change.TriggerChange trigger -> trigger(trigger, spoken);
      case Change.RuleChange rule -> rule(rule, spoken);
      case Change.ViewChange view -> view(view, spoken);
      case Change.RoutineChange routine -> routine(routine, spoken);
      case Change.UnmodelledChange unmodelled -> unmodelled(unmodelled, spoken);
    };
  }

  private static List<DriftEntry> unmodelled(Change.UnmodelledChange change, boolean spoken) {
    String kind = change.object().kind();
    if (change.appears()) {
      return missing(change, kind);
    }
    return change
        .object()
        .unvalidatedNotNull()
        .map(column -> List.of(notValid(change, column, spoken)))
        .orElseGet(() -> extra(change, kind, spoken));
  }

  /** The column may hold NULL in rows that were there before. */
  private static DriftEntry notValid(Change change, ColumnAddress column, boolean spoken) {
    return new DriftEntry(
        Attribute.COLUMN_NULLABILITY.code(),
        DriftVerdict.UNMANAGED,
        DriftSeverity.BREAKING,
        Difference.Certainty.DIFFERENT,
        spoken,
        ObjectAddress.of(ObjectKind.COLUMN, column.table(), column.column()),
        "NOT NULL",
        "NOT NULL NOT VALID",
        change);
  }

  private static List<DriftEntry> namespace(Change.NamespaceChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateNamespace create -> missing(change, create.namespace().name());
      case Change.DropNamespace drop -> extra(change, drop.namespace().name(), spoken);
      case Change.AlterNamespace alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> extension(Change.ExtensionChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateExtension create -> missing(change, create.extension().name());
      case Change.DropExtension drop ->
          extra(
              change,
              drop.extension().name() + drop.extension().version().map(v -> " " + v).orElse(""),
              spoken);
      case Change.AlterExtension alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> enumType(Change.EnumChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateEnum create -> missing(change, Wording.labels(create.type().labels()));
      case Change.DropEnum drop -> extra(change, Wording.labels(drop.type().labels()), spoken);
      case Change.RenameEnum rename ->
          renamed(change, rename.from().name().name(), rename.to().name().name());
      case Change.RenameEnumValue rename ->
          List.of(
              entry(change, "enum.value-renamed", DriftVerdict.CHANGED, DriftSeverity.BREAKING)
                  .texts(rename.newLabel(), rename.label()));
      case Change.AlterEnum alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> domain(Change.DomainChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateDomain create -> missing(change, Wording.type(create.domain().type()));
      case Change.DropDomain drop -> extra(change, Wording.type(drop.domain().type()), spoken);
      case Change.AlterDomain alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> compositeType(Change.CompositeTypeChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateCompositeType create -> missing(change, "composite type");
      case Change.DropCompositeType drop -> extra(change, "composite type", spoken);
      case Change.AlterCompositeType alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> sequence(Change.SequenceChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateSequence create ->
          missing(change, Wording.options(create.sequence().options()));
      case Change.DropSequence drop ->
          extra(change, Wording.options(drop.sequence().options()), spoken);
      case Change.RenameSequence rename ->
          renamed(change, rename.from().name().name(), rename.to().name().name());
      case Change.AlterSequence alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> table(Change.TableChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateTable create -> missing(change, columns(create.table()));
      case Change.DropTable drop -> extra(change, columns(drop.table()), spoken);
      case Change.RenameTable rename ->
          renamed(change, rename.from().name().name(), rename.to().name().name());
      case Change.AlterTable alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static String columns(Table table) {
    return Wording.columns(table.columns().stream().map(Column::name).toList());
  }

  private static List<DriftEntry> column(Change.ColumnChange change, boolean spoken) {
    return switch (change) {
      case Change.AddColumn add -> missing(change, Wording.column(add.column()));
      case Change.DropColumn drop -> extra(change, Wording.column(drop.column()), spoken);
      case Change.RenameColumn rename -> renamed(change, rename.from().name(), rename.to().name());
      case Change.AlterColumn alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> constraint(Change.ConstraintChange change, boolean spoken) {
    return switch (change) {
      case Change.AddConstraint add ->
          missing(change, ConstraintWording.constraint(add.constraint()));
      case Change.DropConstraint drop ->
          extra(change, ConstraintWording.constraint(drop.constraint()), spoken);
      case Change.RenameConstraint rename ->
          renamed(change, rename.from().name(), rename.to().name());
      case Change.AlterConstraint alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> index(Change.IndexChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateIndex create -> missing(change, Wording.index(create.index()));
      case Change.DropIndex drop -> extra(change, Wording.index(drop.index()), spoken);
      case Change.RenameIndex rename -> renamed(change, rename.from().name(), rename.to().name());
      case Change.AlterIndex alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> policy(Change.PolicyChange change, boolean spoken) {
    return switch (change) {
      case Change.CreatePolicy create -> missing(change, ConstraintWording.policy(create.policy()));
      case Change.DropPolicy drop -> extra(change, ConstraintWording.policy(drop.policy()), spoken);
      case Change.AlterPolicy alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> trigger(Change.TriggerChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateTrigger create -> missing(change, create.trigger().definition().text());
      case Change.DropTrigger drop -> extra(change, drop.trigger().definition().text(), spoken);
      case Change.AlterTrigger alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> rule(Change.RuleChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateRule create -> missing(change, create.rule().definition().text());
      case Change.DropRule drop -> extra(change, drop.rule().definition().text(), spoken);
      case Change.AlterRule alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> view(Change.ViewChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateView create -> missing(change, create.view().definition().text());
      case Change.DropView drop -> extra(change, drop.view().definition().text(), spoken);
      case Change.RenameView rename ->
          renamed(change, rename.from().name().name(), rename.to().name().name());
      case Change.AlterView alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static List<DriftEntry> routine(Change.RoutineChange change, boolean spoken) {
    return switch (change) {
      case Change.CreateRoutine create ->
          missing(change, create.routine().name().name() + arguments(create.routine().arguments()));
      case Change.DropRoutine drop ->
          extra(
              change, drop.routine().name().name() + arguments(drop.routine().arguments()), spoken);
      case Change.AlterRoutine alter -> altered(change, alter.differences(), spoken);
    };
  }

  private static String arguments(String arguments) {
    return "(" + arguments + ")";
  }

  private static List<DriftEntry> missing(Change change, String expected) {
    return List.of(
        entry(
                change,
                group(change.address().kind()) + ".missing",
                DriftVerdict.MISSING,
                DriftSeverities.missing(change))
            .texts(expected, ""));
  }

  private static List<DriftEntry> extra(Change change, String actual, boolean spoken) {
    return List.of(
        entry(
                change,
                group(change.address().kind()) + ".extra",
                DriftVerdict.UNMANAGED,
                DriftSeverities.extra(change, spoken))
            .spoken(spoken)
            .texts("", actual));
  }

  private static List<DriftEntry> renamed(Change change, String from, String to) {
    return List.of(
        entry(
                change,
                group(change.address().kind()) + ".renamed",
                DriftVerdict.CHANGED,
                DriftSeverity.BREAKING)
            .texts(to, from));
  }

  /** One entry for each attribute. */
  private static List<DriftEntry> altered(
      Change change, List<Difference> differences, boolean spoken) {
    return differences.stream().map(d -> altered(change, d, spoken)).toList();
  }

  static DriftEntry altered(Change change, Difference difference, boolean spoken) {
    return new DriftEntry(
        difference.attribute().code(),
        spoken || isPartOfAKey(difference.attribute())
            ? DriftVerdict.CHANGED
            : DriftVerdict.UNMANAGED,
        DriftSeverities.changed(difference.attribute(), change),
        difference.certainty(),
        spoken,
        change.address(),
        difference.to(),
        difference.from(),
        change);
  }

  /** What a schema that says nothing of it means to be as usual: queries and writes rely on it. */
  private static boolean isPartOfAKey(Attribute attribute) {
    return attribute == Attribute.INDEX_NULLS_ORDER
        || attribute == Attribute.INDEX_COLLATION
        || attribute == Attribute.INDEX_NULLS_DISTINCT
        || attribute == Attribute.UNIQUE_NULLS_DISTINCT;
  }

  private static Draft entry(
      Change change, String kind, DriftVerdict verdict, DriftSeverity severity) {
    return new Draft(change, kind, verdict, severity, true);
  }

  /** An entry without its texts. */
  private record Draft(
      Change change, String kind, DriftVerdict verdict, DriftSeverity severity, boolean isSpoken) {
    Draft spoken(boolean spoken) {
      return new Draft(change, kind, verdict, severity, spoken);
    }

    DriftEntry texts(String expected, String actual) {
      return new DriftEntry(
          kind,
          verdict,
          severity,
          Difference.Certainty.DIFFERENT,
          isSpoken,
          change.address(),
          expected,
          actual,
          change);
    }
  }

  /** The first part of the code of a kind of object. */
  static String group(ObjectKind kind) {
    return switch (kind) {
      case NAMESPACE -> "namespace";
      case EXTENSION -> "extension";
      case ENUM -> "enum";
      case DOMAIN -> "domain";
      case COMPOSITE_TYPE -> "composite-type";
      case SEQUENCE -> "sequence";
      case TABLE -> "table";
      case COLUMN -> "column";
      case PRIMARY_KEY -> "primary-key";
      case UNIQUE -> "unique";
      case FOREIGN_KEY -> "foreign-key";
      case CHECK -> "check";
      case EXCLUSION -> "exclusion";
      case INDEX -> "index";
      case POLICY -> "policy";
      case TRIGGER -> "trigger";
      case RULE -> "rule";
      case VIEW -> "view";
      case MATERIALIZED_VIEW -> "materialized-view";
      case ROUTINE -> "routine";
      case UNMODELLED -> "unmodelled";
    };
  }
}
