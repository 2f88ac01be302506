package dev.plumbline.cli;

import dev.plumbline.diff.Change;

/**
 * What happens to an object, whatever its kind.
 *
 * @param action what happens
 * @param earlierName the name that a renamed object had; empty for other changes
 */
record ChangeShape(Action action, String earlierName) {
  private static final ChangeShape CREATED = new ChangeShape(Action.CREATE, "");
  private static final ChangeShape DROPPED = new ChangeShape(Action.DROP, "");
  private static final ChangeShape ALTERED = new ChangeShape(Action.ALTER, "");

  /** The ways in which an object can change. */
  enum Action {
    /** It appears. */
    CREATE,
    /** It goes. */
    DROP,
    /** It gets another name. */
    RENAME,
    /** Something about it is another. */
    ALTER
  }

  /** The shape of a change. */
  static ChangeShape of(Change change) {
    return switch (change) {
      case Change.CreateNamespace ignored -> CREATED;
      case Change.DropNamespace ignored -> DROPPED;
      case Change.AlterNamespace ignored -> ALTERED;
      case Change.CreateExtension ignored -> CREATED;
      case Change.DropExtension ignored -> DROPPED;
      case Change.AlterExtension ignored -> ALTERED;
      case Change.CreateEnum ignored -> CREATED;
      case Change.DropEnum ignored -> DROPPED;
      case Change.RenameEnum rename -> renamed(rename.from().name().name());
      case Change.RenameEnumValue rename -> renamed(rename.label());
      case Change.AlterEnum ignored -> ALTERED;
      case Change.CreateDomain ignored -> CREATED;
      case Change.DropDomain ignored -> DROPPED;
      case Change.AlterDomain ignored -> ALTERED;
      case Change.CreateCompositeType ignored -> CREATED;
      case Change.DropCompositeType ignored -> DROPPED;
      case Change.AlterCompositeType ignored -> ALTERED;
      case Change.CreateSequence ignored -> CREATED;
      case Change.DropSequence ignored -> DROPPED;
      case Change.RenameSequence rename -> renamed(rename.from().name().name());
      case Change.AlterSequence ignored -> ALTERED;
      case Change.CreateTable ignored -> CREATED;
      case Change.DropTable ignored -> DROPPED;
      case Change.RenameTable rename -> renamed(rename.from().name().name());
      case Change.AlterTable ignored -> ALTERED;
      case Change.CreateView ignored -> CREATED;
      case Change.DropView ignored -> DROPPED;
      case Change.RenameView rename -> renamed(rename.from().name().name());
      case Change.AlterView ignored -> ALTERED;
      case Change.CreateRoutine ignored -> CREATED;
      case Change.DropRoutine ignored -> DROPPED;
      case Change.AlterRoutine ignored -> ALTERED;
      case Change.AddColumn ignored -> CREATED;
      case Change.DropColumn ignored -> DROPPED;
      case Change.RenameColumn rename -> renamed(rename.from().name());
      case Change.AlterColumn ignored -> ALTERED;
      case Change.AddConstraint ignored -> CREATED;
      case Change.DropConstraint ignored -> DROPPED;
      case Change.RenameConstraint rename -> renamed(rename.from().name());
      case Change.AlterConstraint ignored -> ALTERED;
      case Change.CreateIndex ignored -> CREATED;
      case Change.DropIndex ignored -> DROPPED;
      case Change.RenameIndex rename -> renamed(rename.from().name());
      case Change.AlterIndex ignored -> ALTERED;
      case Change.CreatePolicy ignored -> CREATED;
      case Change.DropPolicy ignored -> DROPPED;
      case Change.AlterPolicy ignored -> ALTERED;
      case Change.CreateTrigger ignored -> CREATED;
      case Change.DropTrigger ignored -> DROPPED;
      case Change.AlterTrigger ignored -> ALTERED;
      case Change.CreateRule ignored -> CREATED;
      case Change.DropRule ignored -> DROPPED;
      case Change.AlterRule ignored -> ALTERED;
      case Change.UnmodelledChange unmodelled -> unmodelled.appears() ? CREATED : DROPPED;
    };
  }

  private static ChangeShape renamed(String earlierName) {
    return new ChangeShape(Action.RENAME, earlierName);
  }
}
