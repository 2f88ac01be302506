create domain public.email as text default 'x' check (value ~ '@');
create domain public.gone as int;
