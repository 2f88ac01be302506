-- add_job_events_composite_index
--
-- - Create index job_events_job_id_timestamp_idx on job_events

-- Create index job_events_job_id_timestamp_idx on job_events.
-- SELECT * FROM job_events WHERE job_id = ? AND timestamp > ? ORDER BY timestamp
-- The events of a job in their order
-- Mind: Writes wait while the index is built.
CREATE INDEX "job_events_job_id_timestamp_idx" ON "job_events" ("job_id", "timestamp");

COMMENT ON INDEX "job_events_job_id_timestamp_idx" IS 'SELECT * FROM job_events WHERE job_id = ? AND timestamp > ? ORDER BY timestamp
The events of a job in their order';
