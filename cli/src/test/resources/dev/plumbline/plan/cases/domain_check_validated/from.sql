create domain public.p as int;
alter domain public.p add constraint positive check (value > 0) not valid;
