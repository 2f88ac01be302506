create table public.old (id int primary key, a int);
create view public.v as select a from public.old;
