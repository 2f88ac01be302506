-- Takes back: add_timescaledb_composite_indexes

DROP INDEX "agent_events_data_idx";

DROP INDEX "agent_events_project_id_timestamp_idx";

DROP INDEX "agent_events_session_id_timestamp_idx";

CREATE INDEX "agent_events_session_id_idx" ON "agent_events" ("session_id");

CREATE INDEX "agent_events_project_id_idx" ON "agent_events" ("project_id");
