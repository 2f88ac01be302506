-- Takes back: add_performance_indexes

DROP INDEX "idx_script_execution_log_failures";

DROP INDEX "idx_script_execution_log_run";

DROP INDEX "idx_analytics_events_type_timestamp";

DROP INDEX "idx_analytics_events_workflow_timestamp";

DROP INDEX "idx_audit_logs_resource";

DROP INDEX "idx_audit_logs_user_timestamp";

DROP INDEX "idx_audit_logs_timestamp";

DROP INDEX "idx_workflow_runs_status";

DROP INDEX "idx_workflow_runs_workflow_completed";

DROP INDEX "idx_workflow_runs_completed_at";
