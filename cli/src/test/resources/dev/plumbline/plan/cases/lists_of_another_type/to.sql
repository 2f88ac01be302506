create table public.thing (one jsonb[], many jsonb);
