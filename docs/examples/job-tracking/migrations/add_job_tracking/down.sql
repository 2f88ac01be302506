-- Takes back: add_job_tracking

ALTER TABLE "job_events" DROP CONSTRAINT "job_events_step_id_fkey";

ALTER TABLE "job_events" DROP CONSTRAINT "job_events_job_id_fkey";

ALTER TABLE "job_steps" DROP CONSTRAINT "job_steps_job_id_fkey";

ALTER TABLE "runner_jobs" DROP CONSTRAINT "runner_jobs_agent_task_id_fkey";

ALTER TABLE "runner_jobs" DROP CONSTRAINT "runner_jobs_workspace_id_fkey";

-- Goes with all that was written to it: public.job_events.
DROP TABLE "job_events";

-- Goes with all that was written to it: public.job_steps.
DROP TABLE "job_steps";

-- Goes with all that was written to it: public.runner_jobs.
DROP TABLE "runner_jobs";

DROP TYPE "JobStepStatus";

DROP TYPE "JobStepType";

DROP TYPE "JobStepPhase";

DROP TYPE "RunnerJobStatus";
