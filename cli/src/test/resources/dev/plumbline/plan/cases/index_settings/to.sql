create table public.t (a int not null, b text);
create unique index i on public.t (a) with (deduplicate_items = off);
create index e on public.t ((a + 1), lower(b));
alter index public.e alter column 2 set statistics 9;
alter table public.t replica identity using index i;
alter table public.t cluster on i;
create table public.c (a int);
create index c_a on public.c (a);
