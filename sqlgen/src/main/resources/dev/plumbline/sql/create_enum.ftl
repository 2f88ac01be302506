CREATE TYPE ${type.name} AS ENUM (${literals(type.labels)})
