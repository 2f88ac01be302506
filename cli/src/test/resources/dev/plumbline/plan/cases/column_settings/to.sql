create table public.t (a text, b text);
alter table public.t alter a set statistics 7, alter a set storage external, alter a set compression pglz, alter b set (n_distinct_inherited = 3);
