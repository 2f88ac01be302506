create table public.p (a int);
create table public.c (a int);
create table public.d (a int) inherits (public.p);
