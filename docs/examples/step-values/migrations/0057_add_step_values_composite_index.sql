-- add_step_values_composite_index
--
-- - Create index idx_step_values_run_step on step_values

-- Create index idx_step_values_run_step on step_values.
-- SELECT * FROM step_values WHERE run_id = ? AND step_id = ?
-- Every page of a workflow run loads its values by run and step
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_step_values_run_step" ON "step_values" ("run_id", "step_id");
--> statement-breakpoint

COMMENT ON INDEX "idx_step_values_run_step" IS 'SELECT * FROM step_values WHERE run_id = ? AND step_id = ?
Every page of a workflow run loads its values by run and step';
