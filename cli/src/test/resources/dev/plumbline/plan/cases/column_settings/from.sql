create table public.t (a text, b text);
alter table public.t alter b set (n_distinct = 5);
