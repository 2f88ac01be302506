create extension citext schema public; create extension pg_trgm;
