create table public.t (a int, b text);
create unique index new on public.t (lower(b) desc nulls last) include (a) with (fillfactor = 60) where a > 0;
create index kept on public.t using hash (a);
create index renamed on public.t (b);
comment on index public.new is 'New';
