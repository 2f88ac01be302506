create table public.k (id int primary key);
create table public.t (a int constraint fk references public.k deferrable initially deferred, constraint u2 unique (a));
