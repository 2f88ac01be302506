-- "Nobody needs this one"
DROP INDEX job_events_job_id_timestamp_idx;

-- "64 characters are too few, quick"
ALTER TABLE job_events ALTER COLUMN actor TYPE varchar(255);

-- "We never ask for the finished ones"
DROP INDEX runner_jobs_status_priority_idx;
CREATE INDEX runner_jobs_status_priority_idx ON runner_jobs (status, priority DESC)
  WHERE completed_at IS NULL;

-- "Let me try something"
ALTER TYPE "RunnerJobStatus" ADD VALUE 'PAUSED' AFTER 'RUNNING';
