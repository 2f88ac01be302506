create table public.keep (id int primary key);
create table public.a (id int primary key, b int);
create table public.b (id int primary key, a int references public.a);
alter table public.a add foreign key (b) references public.b;
