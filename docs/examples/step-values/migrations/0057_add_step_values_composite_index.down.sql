-- Takes back: add_step_values_composite_index

DROP INDEX "idx_step_values_run_step";
