create table public.t (a int not null, b text);
create unique index i on public.t (a) with (fillfactor = 60);
create index e on public.t ((a + 1), lower(b));
create table public.c (a int);
create index c_a on public.c (a);
alter table public.c cluster on c_a;
