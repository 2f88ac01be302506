create table public.p (a int);
create table public.c () inherits (public.p);
create table public.d (a int);
