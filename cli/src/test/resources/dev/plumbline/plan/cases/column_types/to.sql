create table public.t (a bigint, b varchar(20), c int default 7, d text[], e text[], f timestamptz, g boolean default true, h int);
create view public.v as select a from public.t;
create index t_b on public.t (lower(b));
