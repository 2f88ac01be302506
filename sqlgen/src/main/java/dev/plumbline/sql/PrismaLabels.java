package dev.plumbline.sql;

import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.NamespaceOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.RoutineOperation;
import dev.plumbline.plan.SequenceOperation;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.plan.TypeOperation;
import dev.plumbline.plan.ViewOperation;
import dev.plumbline.schema.Constraint;

/** The comment lines that Prisma Migrate puts above its steps. */
final class PrismaLabels {
  private static final String SEVERAL_VALUES =
      """
      -- This migration adds more than one value to an enum.
      -- With PostgreSQL versions 11 and earlier, this is not possible
      -- in a single migration. This can be worked around by creating
      -- multiple migrations, each migration adding only one value to
      -- the enum.


      """;

  private PrismaLabels() {}

  /** The name of a step; where Prisma has no such step, one in its manner. */
  static String of(Step step) {
    if (step.transaction() == Step.Transaction.OWN) {
      return "AlterEnum";
    }
    return step.operations().stream()
        .filter(TableOperation.AlterTable.class::isInstance)
        .findFirst()
        .map(PrismaLabels::label)
        .orElseGet(() -> label(step.operations().getFirst()));
  }

  /** What Prisma says below the name when a step adds several labels to an enum. */
  static String note(Step step) {
    boolean adds =
        step.operations().stream().allMatch(TypeOperation.AddEnumValue.class::isInstance);
    return adds && step.operations().size() > 1 ? SEVERAL_VALUES : "";
  }

  private static String label(Operation operation) {
    return switch (operation) {
      case NamespaceOperation namespace -> label(namespace);
      case TypeOperation type -> label(type);
      case SequenceOperation sequence -> label(sequence);
      case TableOperation table -> label(table);
      case IndexOperation index -> label(index);
      case ViewOperation view -> label(view);
      case RoutineOperation.CreateRoutine ignored -> "CreateFunction";
      case RoutineOperation.DropRoutine ignored -> "DropFunction";
      case Operation.CommentOn ignored -> "Comment";
      case Operation.DisableBodyChecks ignored -> "Settings";
      case Operation.SetLockTimeout ignored -> "Settings";
      case Operation.SetOwner ignored -> "AlterOwner";
      case Operation.GrantPrivileges ignored -> "Grant";
      case Operation.RevokePrivileges ignored -> "Revoke";
    };
  }

  private static String label(NamespaceOperation operation) {
    return switch (operation) {
      case NamespaceOperation.CreateNamespace ignored -> "CreateSchema";
      case NamespaceOperation.DropNamespace ignored -> "DropSchema";
      case NamespaceOperation.CreateExtension ignored -> "CreateExtension";
      case NamespaceOperation.DropExtension ignored -> "DropExtension";
      case NamespaceOperation.UpdateExtension ignored -> "AlterExtension";
      case NamespaceOperation.MoveExtension ignored -> "AlterExtension";
    };
  }

  private static String label(TypeOperation operation) {
    return switch (operation) {
      case TypeOperation.CreateEnum ignored -> "CreateEnum";
      case TypeOperation.AddEnumValue ignored -> "AlterEnum";
      case TypeOperation.RenameEnumValue ignored -> "AlterEnum";
      case TypeOperation.DropType ignored -> "DropEnum";
      case TypeOperation.RenameType ignored -> "RenameEnum";
      case TypeOperation.MoveType ignored -> "RenameEnum";
      case TypeOperation.CreateCompositeType ignored -> "CreateType";
      case TypeOperation.AddAttribute ignored -> "AlterType";
      case TypeOperation.DropAttribute ignored -> "AlterType";
      case TypeOperation.CreateDomain ignored -> "CreateDomain";
      case TypeOperation.DropDomain ignored -> "DropDomain";
      case TypeOperation.SetDomainDefault ignored -> "AlterDomain";
      case TypeOperation.SetDomainNullability ignored -> "AlterDomain";
      case TypeOperation.AddDomainCheck ignored -> "AlterDomain";
      case TypeOperation.DropDomainCheck ignored -> "AlterDomain";
      case TypeOperation.ValidateDomainCheck ignored -> "AlterDomain";
    };
  }

  private static String label(SequenceOperation operation) {
    return switch (operation) {
      case SequenceOperation.CreateSequence ignored -> "CreateSequence";
      case SequenceOperation.DropSequence ignored -> "DropSequence";
      case SequenceOperation.RenameSequence ignored -> "RenameSequence";
      case SequenceOperation.MoveSequence ignored -> "RenameSequence";
      case SequenceOperation.AlterSequence ignored -> "AlterSequence";
      case SequenceOperation.SetSequenceColumn ignored -> "AlterSequence";
      case SequenceOperation.SetSequencePersistence ignored -> "AlterSequence";
      case SequenceOperation.SynchroniseSequence ignored -> "AlterSequence";
    };
  }

  private static String label(TableOperation operation) {
    return switch (operation) {
      case TableOperation.CreateTable ignored -> "CreateTable";
      case TableOperation.DropTable ignored -> "DropTable";
      case TableOperation.AlterTable alter -> label(alter);
      case TableOperation.RenameTable ignored -> "RenameTable";
      case TableOperation.MoveTable ignored -> "RenameTable";
      case TableOperation.RenameColumn ignored -> "AlterTable";
      case TableOperation.RenameConstraint rename ->
          rename.constraint() instanceof Constraint.ForeignKey ? "RenameForeignKey" : "AlterTable";
      case TableOperation.CreatePolicy ignored -> "CreatePolicy";
      case TableOperation.DropPolicy ignored -> "DropPolicy";
      case TableOperation.CreateTrigger ignored -> "CreateTrigger";
      case TableOperation.DropTrigger ignored -> "DropTrigger";
      case TableOperation.CreateRule ignored -> "CreateRule";
      case TableOperation.DropRule ignored -> "DropRule";
      case TableOperation.Backfill ignored -> "Backfill";
    };
  }

  private static String label(TableOperation.AlterTable alter) {
    if (alter.actions().size() == 1) {
      if (alter.actions().getFirst() instanceof TableAction.AddConstraint add
          && add.constraint() instanceof Constraint.ForeignKey) {
        return "AddForeignKey";
      }
      if (alter.actions().getFirst() instanceof TableAction.DropConstraint drop
          && drop.constraint() instanceof Constraint.ForeignKey) {
        return "DropForeignKey";
      }
    }
    return "AlterTable";
  }

  private static String label(IndexOperation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex ignored -> "CreateIndex";
      case IndexOperation.DropIndex ignored -> "DropIndex";
      case IndexOperation.RenameIndex ignored -> "RenameIndex";
      case IndexOperation.SetIndexTablespace ignored -> "AlterIndex";
      case IndexOperation.SetIndexStatistics ignored -> "AlterIndex";
      case IndexOperation.SetIndexParameters ignored -> "AlterIndex";
      case IndexOperation.ResetIndexParameters ignored -> "AlterIndex";
    };
  }

  private static String label(ViewOperation operation) {
    return switch (operation) {
      case ViewOperation.CreateView ignored -> "CreateView";
      case ViewOperation.DropView ignored -> "DropView";
      case ViewOperation.RenameView ignored -> "RenameView";
      case ViewOperation.MoveView ignored -> "RenameView";
      case ViewOperation.SetViewOptions ignored -> "AlterView";
      case ViewOperation.ResetViewOptions ignored -> "AlterView";
      case ViewOperation.AlterView ignored -> "AlterView";
      case ViewOperation.RefreshView ignored -> "RefreshView";
    };
  }
}
