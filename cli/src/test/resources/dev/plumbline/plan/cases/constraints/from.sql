create table public.k (id int primary key, u int unique);
create table public.t (
  a int constraint gone_check check (a > 0), b int constraint t_b_fkey references public.k (id), c int4range,
  constraint gone_unique unique (a), constraint gone_exclude exclude using gist (c with &&)
);
