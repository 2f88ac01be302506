create type public.mood as enum ('sad', 'glad');
create table public.person (mood public.mood default 'sad');
