create table public.t (a int, b text, c varchar(9) default '7', d int[], e text, f timestamp, g int default 3, h int[]);
create view public.v as select a from public.t;
create index t_b on public.t (lower(b));
