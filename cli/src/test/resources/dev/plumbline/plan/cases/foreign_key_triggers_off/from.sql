create table public.k (id int primary key);
create table public.t (a int references public.k);
