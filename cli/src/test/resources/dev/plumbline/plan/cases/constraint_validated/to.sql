create table public.k (id int primary key);
create table public.t (a int constraint fk references public.k, constraint positive check (a > 0));
comment on constraint positive on public.t is 'Sign';
