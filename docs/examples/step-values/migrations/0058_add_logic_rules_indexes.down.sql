-- Takes back: add_logic_rules_indexes

DROP INDEX "idx_logic_rules_workflow";

DROP INDEX "idx_logic_rules_target_section";

DROP INDEX "idx_logic_rules_target_step";
