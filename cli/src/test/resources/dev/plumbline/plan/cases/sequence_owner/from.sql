create table public.t (a int, b int);
create sequence public.s owned by public.t.a;
