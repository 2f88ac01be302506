create table public.t (a int, b text);
create index gone on public.t (a) where b = 'x';
create index kept on public.t (a);
create index named on public.t (b);
