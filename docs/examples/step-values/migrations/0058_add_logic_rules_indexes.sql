-- add_logic_rules_indexes
--
-- - Create index idx_logic_rules_target_step on logic_rules
-- - Create index idx_logic_rules_target_section on logic_rules
-- - Create index idx_logic_rules_workflow on logic_rules

-- Create index idx_logic_rules_target_step on logic_rules.
-- SELECT * FROM logic_rules WHERE target_step_id = ?
-- Step visibility check
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_logic_rules_target_step" ON "logic_rules" ("target_step_id") WHERE (target_step_id IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_logic_rules_target_step" IS 'SELECT * FROM logic_rules WHERE target_step_id = ?
Step visibility check';
--> statement-breakpoint

-- Create index idx_logic_rules_target_section on logic_rules.
-- SELECT * FROM logic_rules WHERE target_section_id = ?
-- Section skip logic
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_logic_rules_target_section" ON "logic_rules" ("target_section_id") WHERE (target_section_id IS NOT NULL);
--> statement-breakpoint

COMMENT ON INDEX "idx_logic_rules_target_section" IS 'SELECT * FROM logic_rules WHERE target_section_id = ?
Section skip logic';
--> statement-breakpoint

-- Create index idx_logic_rules_workflow on logic_rules.
-- SELECT * FROM logic_rules WHERE workflow_id = ?
-- Workflow management
-- Mind: Writes wait while the index is built.
CREATE INDEX "idx_logic_rules_workflow" ON "logic_rules" ("workflow_id");
--> statement-breakpoint

COMMENT ON INDEX "idx_logic_rules_workflow" IS 'SELECT * FROM logic_rules WHERE workflow_id = ?
Workflow management';
