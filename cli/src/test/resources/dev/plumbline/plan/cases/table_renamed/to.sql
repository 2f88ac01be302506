create table public.new (id int, a int, constraint old_pkey primary key (id));
create view public.v as select a from public.new;
