create table public.t (a int, b int generated always as (a + 2) stored);
create index t_b on public.t (b);
