create domain public.code as varchar(9);
create table public.t (c public.code default 'x');
