-- Takes back: add_job_events_composite_index

DROP INDEX "job_events_job_id_timestamp_idx";
