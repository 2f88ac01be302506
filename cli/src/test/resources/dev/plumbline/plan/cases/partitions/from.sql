create table public.m (a int, b text) partition by range (a);
create table public.m1 partition of public.m for values from (0) to (9);
create table public.m2 (a int, b text);
