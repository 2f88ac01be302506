package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prisma Migrate's habit of altering a thing once: all new labels of an enum are one step, and all
 * actions of one table are one ALTER TABLE, dropped constraints and columns first, added
 * constraints last, columns that go or come by name.
 */
final class PrismaLayout {
  private PrismaLayout() {}

  static List<Draft> merge(List<Draft> drafts) {
    Map<Object, List<Draft>> groups = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      groups.computeIfAbsent(key(draft), ignored -> new ArrayList<>()).add(draft);
    }
    return groups.values().stream().map(PrismaLayout::merged).toList();
  }

  /** Drafts of one key become one; a draft of its own is its own key. */
  private static Object key(Draft draft) {
    Operation operation = draft.operations().getFirst();
    if (draft.operations().size() == 1 && operation instanceof TypeOperation.AddEnumValue add) {
      return Handle.typeBody(add.type());
    }
    if (draft.operations().size() != 1 || draft.stage() != Stage.ALTER_TABLE) {
      return draft;
    }
    if (operation instanceof TableOperation.AlterTable alter) {
      return alter.table();
    }
    return operation instanceof TableOperation.RenameConstraint rename ? rename.table() : draft;
  }

  private static Draft merged(List<Draft> group) {
    if (group.size() == 1) {
      return group.getFirst();
    }
    var blocks = new ArrayList<Block>();
    var others = new ArrayList<Operation>();
    TableOperation.AlterTable first = null;
    for (Draft draft : group) {
      if (draft.operations().getFirst() instanceof TableOperation.AlterTable alter) {
        blocks.add(Block.of(draft, alter));
        first = alter;
      } else {
        others.addAll(draft.operations());
      }
    }
    blocks.sort(
        Comparator.<Block>comparingInt(block -> place(block.actions()))
            .thenComparing(Block::column));
    List<TableAction> actions = blocks.stream().flatMap(block -> block.actions().stream()).toList();
    var operations = new ArrayList<Operation>();
    if (first != null) {
      operations.add(new TableOperation.AlterTable(first.table(), actions));
    }
    operations.addAll(others);
    return group.getFirst().merged(operations, group);
  }

  /** A block of actions, and the column that it is about, when it is about one. */
  private record Block(List<TableAction> actions, String column) {
    static Block of(Draft draft, TableOperation.AlterTable alter) {
      boolean ofColumn =
          draft.cause() instanceof Change.ColumnChange
              && List.of(1, 2).contains(place(alter.actions()));
      return new Block(alter.actions(), ofColumn ? draft.cause().address().part().orElse("") : "");
    }
  }

  private static int place(List<TableAction> actions) {
    if (actions.size() > 1) {
      return 3;
    }
    return switch (actions.getFirst()) {
      case TableAction.DropConstraint ignored -> 0;
      case TableAction.DropColumn ignored -> 1;
      case TableAction.AddColumn ignored -> 2;
      case TableAction.AddConstraint ignored -> 4;
      case TableAction.AddConstraintUsingIndex ignored -> 4;
      case TableAction.SetColumnType ignored -> 3;
      case TableAction.SetDefault ignored -> 3;
      case TableAction.DropDefault ignored -> 3;
      case TableAction.SetNotNull ignored -> 3;
      case TableAction.AddNotNullCheck ignored -> 3;
      case TableAction.DropNotNullCheck ignored -> 3;
      case TableAction.DropNotNull ignored -> 3;
      case TableAction.AddIdentity ignored -> 3;
      case TableAction.SetIdentityKind ignored -> 3;
      case TableAction.SetIdentityOptions ignored -> 3;
      case TableAction.DropIdentity ignored -> 3;
      case TableAction.SetGenerated ignored -> 3;
      case TableAction.DropGenerated ignored -> 3;
      case TableAction.SetStatistics ignored -> 3;
      case TableAction.SetColumnOptions ignored -> 3;
      case TableAction.ResetColumnOptions ignored -> 3;
      case TableAction.SetStorage ignored -> 3;
      case TableAction.SetCompression ignored -> 3;
      case TableAction.ValidateConstraint ignored -> 5;
      case TableAction.SetDeferrability ignored -> 5;
      case TableAction.SetPersistence ignored -> 5;
      case TableAction.SetParameters ignored -> 5;
      case TableAction.ResetParameters ignored -> 5;
      case TableAction.SetAccessMethod ignored -> 5;
      case TableAction.SetTablespace ignored -> 5;
      case TableAction.SetRowSecurity ignored -> 5;
      case TableAction.SetForcedRowSecurity ignored -> 5;
      case TableAction.SetReplicaIdentity ignored -> 5;
      case TableAction.ClusterOn ignored -> 5;
      case TableAction.SetWithoutCluster ignored -> 5;
      case TableAction.SetTriggerState ignored -> 5;
      case TableAction.SetAllTriggers ignored -> 5;
      case TableAction.SetRuleState ignored -> 5;
      case TableAction.AttachPartition ignored -> 5;
      case TableAction.DetachPartition ignored -> 5;
      case TableAction.Inherit ignored -> 5;
      case TableAction.StopInheriting ignored -> 5;
    };
  }
}
