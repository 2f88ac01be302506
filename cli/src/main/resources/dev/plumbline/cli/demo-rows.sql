INSERT INTO workspaces (id, name)
VALUES ('00000000-0000-0000-0000-000000000001', 'acme');

INSERT INTO runner_jobs (id, workspace_id, type, status)
SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'build', 'RUNNING'
FROM generate_series(1, 20);

INSERT INTO job_events (id, job_id, type, timestamp, actor, payload)
SELECT gen_random_uuid(), job.id, 'JOB_STARTED', now(), 'runner', '{}'
FROM runner_jobs job, generate_series(1, 5);
