package dev.plumbline.sql;

import dev.plumbline.plan.Conversion;
import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.NamespaceOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.RoutineOperation;
import dev.plumbline.plan.SequenceOperation;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.plan.TypeOperation;
import dev.plumbline.plan.ViewOperation;

/** Which template spells which operation. */
final class TemplateNames {
  private TemplateNames() {}

  static String of(Operation operation) {
    return switch (operation) {
      case Operation.CommentOn ignored -> "comment_on";
      case Operation.DisableBodyChecks ignored -> "disable_body_checks";
      case Operation.SetLockTimeout ignored -> "set_lock_timeout";
      case Operation.SetOwner ignored -> "set_owner";
      case Operation.GrantPrivileges ignored -> "grant_privileges";
      case Operation.RevokePrivileges ignored -> "revoke_privileges";
      case NamespaceOperation namespace -> of(namespace);
      case TypeOperation type -> of(type);
      case SequenceOperation sequence -> of(sequence);
      case TableOperation table -> of(table);
      case IndexOperation index -> of(index);
      case ViewOperation view -> of(view);
      case RoutineOperation.CreateRoutine ignored -> "create_routine";
      case RoutineOperation.DropRoutine ignored -> "drop_routine";
    };
  }

  private static String of(NamespaceOperation operation) {
    return switch (operation) {
      case NamespaceOperation.CreateNamespace ignored -> "create_namespace";
      case NamespaceOperation.DropNamespace ignored -> "drop_namespace";
      case NamespaceOperation.CreateExtension ignored -> "create_extension";
      case NamespaceOperation.DropExtension ignored -> "drop_extension";
      case NamespaceOperation.UpdateExtension ignored -> "update_extension";
      case NamespaceOperation.MoveExtension ignored -> "move_extension";
    };
  }

  private static String of(TypeOperation operation) {
    return switch (operation) {
      case TypeOperation.CreateEnum ignored -> "create_enum";
      case TypeOperation.AddEnumValue ignored -> "add_enum_value";
      case TypeOperation.RenameEnumValue ignored -> "rename_enum_value";
      case TypeOperation.DropType ignored -> "drop_type";
      case TypeOperation.RenameType ignored -> "rename_type";
      case TypeOperation.MoveType ignored -> "move_type";
      case TypeOperation.CreateCompositeType ignored -> "create_composite_type";
      case TypeOperation.AddAttribute ignored -> "add_attribute";
      case TypeOperation.DropAttribute ignored -> "drop_attribute";
      case TypeOperation.CreateDomain ignored -> "create_domain";
      case TypeOperation.DropDomain ignored -> "drop_domain";
      case TypeOperation.SetDomainDefault ignored -> "set_domain_default";
      case TypeOperation.SetDomainNullability ignored -> "set_domain_nullability";
      case TypeOperation.AddDomainCheck ignored -> "add_domain_check";
      case TypeOperation.DropDomainCheck ignored -> "drop_domain_check";
      case TypeOperation.ValidateDomainCheck ignored -> "validate_domain_check";
    };
  }

  private static String of(SequenceOperation operation) {
    return switch (operation) {
      case SequenceOperation.CreateSequence ignored -> "create_sequence";
      case SequenceOperation.DropSequence ignored -> "drop_sequence";
      case SequenceOperation.AlterSequence ignored -> "alter_sequence";
      case SequenceOperation.SetSequenceColumn ignored -> "set_sequence_column";
      case SequenceOperation.RenameSequence ignored -> "rename_sequence";
      case SequenceOperation.MoveSequence ignored -> "move_sequence";
      case SequenceOperation.SetSequencePersistence ignored -> "set_sequence_persistence";
      case SequenceOperation.SynchroniseSequence ignored -> "synchronise_sequence";
    };
  }

  private static String of(TableOperation operation) {
    return switch (operation) {
      case TableOperation.CreateTable ignored -> "create_table";
      case TableOperation.DropTable ignored -> "drop_table";
      case TableOperation.AlterTable ignored -> "alter_table";
      case TableOperation.RenameTable ignored -> "rename_table";
      case TableOperation.MoveTable ignored -> "move_table";
      case TableOperation.RenameColumn ignored -> "rename_column";
      case TableOperation.RenameConstraint ignored -> "rename_constraint";
      case TableOperation.CreatePolicy ignored -> "create_policy";
      case TableOperation.DropPolicy ignored -> "drop_policy";
      case TableOperation.CreateTrigger ignored -> "create_trigger";
      case TableOperation.DropTrigger ignored -> "drop_trigger";
      case TableOperation.CreateRule ignored -> "create_rule";
      case TableOperation.DropRule ignored -> "drop_rule";
      case TableOperation.Backfill ignored -> "backfill";
    };
  }

  private static String of(IndexOperation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex ignored -> "create_index";
      case IndexOperation.DropIndex ignored -> "drop_index";
      case IndexOperation.RenameIndex ignored -> "rename_index";
      case IndexOperation.SetIndexTablespace ignored -> "set_index_tablespace";
      case IndexOperation.SetIndexStatistics ignored -> "set_index_statistics";
      case IndexOperation.SetIndexParameters ignored -> "set_index_parameters";
      case IndexOperation.ResetIndexParameters ignored -> "reset_index_parameters";
    };
  }

  private static String of(ViewOperation operation) {
    return switch (operation) {
      case ViewOperation.CreateView ignored -> "create_view";
      case ViewOperation.DropView ignored -> "drop_view";
      case ViewOperation.RenameView ignored -> "rename_view";
      case ViewOperation.MoveView ignored -> "move_view";
      case ViewOperation.SetViewOptions ignored -> "set_view_options";
      case ViewOperation.ResetViewOptions ignored -> "reset_view_options";
      case ViewOperation.AlterView ignored -> "alter_view";
      case ViewOperation.RefreshView ignored -> "refresh_view";
    };
  }

  static String of(TableAction action) {
    return "action/"
        + switch (action) {
          case TableAction.AddColumn ignored -> "add_column";
          case TableAction.DropColumn ignored -> "drop_column";
          case TableAction.SetColumnType ignored -> "set_column_type";
          case TableAction.SetDefault ignored -> "set_default";
          case TableAction.DropDefault ignored -> "drop_default";
          case TableAction.SetNotNull ignored -> "set_not_null";
          case TableAction.DropNotNull ignored -> "drop_not_null";
          case TableAction.AddIdentity ignored -> "add_identity";
          case TableAction.SetIdentityKind ignored -> "set_identity_kind";
          case TableAction.SetIdentityOptions ignored -> "set_identity_options";
          case TableAction.DropIdentity ignored -> "drop_identity";
          case TableAction.SetGenerated ignored -> "set_generated";
          case TableAction.DropGenerated ignored -> "drop_generated";
          case TableAction.SetStatistics ignored -> "set_statistics";
          case TableAction.SetColumnOptions ignored -> "set_column_options";
          case TableAction.ResetColumnOptions ignored -> "reset_column_options";
          case TableAction.SetStorage ignored -> "set_storage";
          case TableAction.SetCompression ignored -> "set_compression";
          case TableAction.AddConstraint ignored -> "add_constraint";
          case TableAction.AddNotNullCheck ignored -> "add_not_null_check";
          case TableAction.DropNotNullCheck ignored -> "drop_not_null_check";
          case TableAction.AddConstraintUsingIndex ignored -> "add_constraint_using_index";
          case TableAction.DropConstraint ignored -> "drop_constraint";
          case TableAction.ValidateConstraint ignored -> "validate_constraint";
          case TableAction.SetDeferrability ignored -> "set_deferrability";
          case TableAction.SetPersistence ignored -> "set_persistence";
          case TableAction.SetParameters ignored -> "set_parameters";
          case TableAction.ResetParameters ignored -> "reset_parameters";
          case TableAction.SetAccessMethod ignored -> "set_access_method";
          case TableAction.SetTablespace ignored -> "set_tablespace";
          case TableAction.SetRowSecurity ignored -> "set_row_security";
          case TableAction.SetForcedRowSecurity ignored -> "set_forced_row_security";
          case TableAction.SetReplicaIdentity ignored -> "set_replica_identity";
          case TableAction.ClusterOn ignored -> "cluster_on";
          case TableAction.SetWithoutCluster ignored -> "set_without_cluster";
          case TableAction.SetTriggerState ignored -> "set_trigger_state";
          case TableAction.SetAllTriggers ignored -> "set_all_triggers";
          case TableAction.SetRuleState ignored -> "set_rule_state";
          case TableAction.AttachPartition ignored -> "attach_partition";
          case TableAction.DetachPartition ignored -> "detach_partition";
          case TableAction.Inherit ignored -> "inherit";
          case TableAction.StopInheriting ignored -> "stop_inheriting";
        };
  }

  static String of(Conversion conversion) {
    return "conversion/"
        + switch (conversion) {
          case Conversion.Cast ignored -> "cast";
          case Conversion.CastThroughText ignored -> "cast_through_text";
          case Conversion.CastThroughTextArray ignored -> "cast_through_text_array";
          case Conversion.Wrap ignored -> "wrap";
          case Conversion.WrapThroughText ignored -> "wrap_through_text";
          case Conversion.FirstElement ignored -> "first_element";
          case Conversion.FirstElementThroughText ignored -> "first_element_through_text";
          case Conversion.Rebuild ignored -> "rebuild";
        };
  }
}
