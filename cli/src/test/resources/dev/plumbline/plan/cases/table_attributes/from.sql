create table public.t (id int primary key) with (fillfactor = 70);
create unlogged table public.u (id int);
alter table public.u replica identity full;
