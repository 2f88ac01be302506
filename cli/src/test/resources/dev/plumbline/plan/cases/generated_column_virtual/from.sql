create table public.t (a int, b int generated always as (a + 1) virtual);
