create table public.k (id int primary key);
create table public.t (a int constraint fk references public.k, constraint u unique (a));
