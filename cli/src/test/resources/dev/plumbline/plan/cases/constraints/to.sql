create table public.k (id int primary key, u int unique);
create table public.t (
  a int constraint new_check check (a > 1) , b int constraint t_b_fkey references public.k (u) on update cascade, c int4range,
  constraint new_pk primary key (a) include (b), constraint new_unique unique nulls not distinct (b) deferrable,
  constraint new_exclude exclude using gist (c with =)
);
