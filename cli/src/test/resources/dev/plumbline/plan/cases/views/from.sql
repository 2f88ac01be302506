create table public.t (a int, b text);
create view public.gone as select a from public.t;
create view public.kept with (security_barrier) as select a from public.t;
create view public.above as select a from public.kept;
create materialized view public.filled as select a from public.t;
create view public.told as select a from public.t;
create view public.optional with (security_barrier, security_invoker) as select a from public.t;
