create table public.t (id int primary key) with (autovacuum_enabled = false);
alter table public.t enable row level security;
alter table public.t force row level security;
alter table public.t replica identity using index t_pkey;
alter table public.t cluster on t_pkey;
create table public.u (id int);
