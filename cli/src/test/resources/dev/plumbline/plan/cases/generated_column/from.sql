create table public.t (a int, b int generated always as (a + 1) stored);
create index t_b on public.t (b);
