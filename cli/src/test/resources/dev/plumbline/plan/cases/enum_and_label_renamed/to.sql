create type public.feeling as enum ('down', 'glad');
create table public.person (mood public.feeling default 'down');
