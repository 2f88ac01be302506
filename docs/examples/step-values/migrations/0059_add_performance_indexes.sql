-- add_performance_indexes
--
-- - Create index idx_workflow_runs_completed_at on workflow_runs
-- - Create index idx_workflow_runs_workflow_completed on workflow_runs
-- - Create index idx_workflow_runs_status on workflow_runs
-- - Create index idx_audit_logs_timestamp on audit_logs
-- - Create index idx_audit_logs_user_timestamp on audit_logs
-- - Create index idx_audit_logs_resource on audit_logs
-- - Create index idx_analytics_events_workflow_timestamp on analytics_events
-- - Create index idx_analytics_events_type_timestamp on analytics_events
-- - Create index idx_script_execution_log_run on script_execution_log
-- - Create index idx_script_execution_log_failures on script_execution_log

-- Create index idx_workflow_runs_completed_at on workflow_runs.
-- SELECT * FROM workflow_runs WHERE completed_at IS NOT NULL ORDER BY completed_at DESC
-- Completed runs over time
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_workflow_runs_completed_at" ON "workflow_runs" ("completed_at" DESC) WHERE (completed_at IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_workflow_runs_completed_at" IS 'SELECT * FROM workflow_runs WHERE completed_at IS NOT NULL ORDER BY completed_at DESC
Completed runs over time';
--> statement-breakpoint

-- Create index idx_workflow_runs_workflow_completed on workflow_runs.
-- Completed runs of a workflow
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_workflow_runs_workflow_completed" ON "workflow_runs" ("workflow_id", "completed_at" DESC) WHERE (completed_at IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_workflow_runs_workflow_completed" IS 'Completed runs of a workflow';
--> statement-breakpoint

-- Create index idx_workflow_runs_status on workflow_runs.
-- Runs by status, newest first
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_workflow_runs_status" ON "workflow_runs" ("status", "created_at" DESC);
--> statement-breakpoint

COMMENT ON INDEX "idx_workflow_runs_status" IS 'Runs by status, newest first';
--> statement-breakpoint

-- Create index idx_audit_logs_timestamp on audit_logs.
-- Recent activity
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_audit_logs_timestamp" ON "audit_logs" ("timestamp" DESC);
--> statement-breakpoint

COMMENT ON INDEX "idx_audit_logs_timestamp" IS 'Recent activity';
--> statement-breakpoint

-- Create index idx_audit_logs_user_timestamp on audit_logs.
-- SELECT * FROM audit_logs WHERE user_id = ? ORDER BY timestamp DESC LIMIT 100
-- Recent activity of a user
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_audit_logs_user_timestamp" ON "audit_logs" ("user_id", "timestamp" DESC) WHERE (user_id IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_audit_logs_user_timestamp" IS 'SELECT * FROM audit_logs WHERE user_id = ? ORDER BY timestamp DESC LIMIT 100
Recent activity of a user';
--> statement-breakpoint

-- Create index idx_audit_logs_resource on audit_logs.
-- History of a resource
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_audit_logs_resource" ON "audit_logs" ("resource_type", "resource_id", "timestamp" DESC);
--> statement-breakpoint

COMMENT ON INDEX "idx_audit_logs_resource" IS 'History of a resource';
--> statement-breakpoint

-- Create index idx_analytics_events_workflow_timestamp on analytics_events.
-- Events of a workflow
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_analytics_events_workflow_timestamp" ON "analytics_events" ("workflow_id", "timestamp" DESC);
--> statement-breakpoint

COMMENT ON INDEX "idx_analytics_events_workflow_timestamp" IS 'Events of a workflow';
--> statement-breakpoint

-- Create index idx_analytics_events_type_timestamp on analytics_events.
-- Events of a type
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_analytics_events_type_timestamp" ON "analytics_events" ("event_type", "timestamp" DESC);
--> statement-breakpoint

COMMENT ON INDEX "idx_analytics_events_type_timestamp" IS 'Events of a type';
--> statement-breakpoint

-- Create index idx_script_execution_log_run on script_execution_log.
-- Log of a run in the script console
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_script_execution_log_run" ON "script_execution_log" ("run_id", "created_at" DESC) WHERE (run_id IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_script_execution_log_run" IS 'Log of a run in the script console';
--> statement-breakpoint

-- Create index idx_script_execution_log_failures on script_execution_log.
-- SELECT * FROM script_execution_log WHERE status = 'error' ORDER BY created_at DESC
-- Failed scripts
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_script_execution_log_failures" ON "script_execution_log" ("status", "created_at" DESC) WHERE (status = 'error');
--> statement-breakpoint

COMMENT ON INDEX "idx_script_execution_log_failures" IS 'SELECT * FROM script_execution_log WHERE status = ''error'' ORDER BY created_at DESC
Failed scripts';
