COMMENT ON SCHEMA "app" IS 'Another';
