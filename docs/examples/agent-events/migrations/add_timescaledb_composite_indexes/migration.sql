-- add_timescaledb_composite_indexes
--
-- - Drop index agent_events_project_id_idx on agent_events
-- - Drop index agent_events_session_id_idx on agent_events
-- - Create index agent_events_session_id_timestamp_idx on agent_events
-- - Create index agent_events_project_id_timestamp_idx on agent_events
-- - Create index agent_events_data_idx on agent_events

-- Drop index agent_events_project_id_idx on agent_events.
DROP INDEX "agent_events_project_id_idx";

-- Drop index agent_events_session_id_idx on agent_events.
DROP INDEX "agent_events_session_id_idx";

-- Create index agent_events_session_id_timestamp_idx on agent_events.
-- SELECT * FROM agent_events WHERE session_id = ? AND timestamp > ?
-- Session timeline queries (composite)
-- Mind: Writes wait while the index is built.
CREATE INDEX "agent_events_session_id_timestamp_idx" ON "agent_events" ("session_id", "timestamp" DESC);

COMMENT ON INDEX "agent_events_session_id_timestamp_idx" IS 'SELECT * FROM agent_events WHERE session_id = ? AND timestamp > ?
Session timeline queries (composite)';

-- Create index agent_events_project_id_timestamp_idx on agent_events.
-- SELECT * FROM agent_events WHERE project_id = ? AND timestamp > ?
-- Project timeline queries (composite)
-- Mind: Writes wait while the index is built.
CREATE INDEX "agent_events_project_id_timestamp_idx" ON "agent_events" ("project_id", "timestamp" DESC);

COMMENT ON INDEX "agent_events_project_id_timestamp_idx" IS 'SELECT * FROM agent_events WHERE project_id = ? AND timestamp > ?
Project timeline queries (composite)';

-- Create index agent_events_data_idx on agent_events.
-- SELECT * FROM agent_events WHERE data @> ?
-- GIN index for JSONB field queries
-- Mind: Writes wait while the index is built.
CREATE INDEX "agent_events_data_idx" ON "agent_events" USING gin ("data");

COMMENT ON INDEX "agent_events_data_idx" IS 'SELECT * FROM agent_events WHERE data @> ?
GIN index for JSONB field queries';
