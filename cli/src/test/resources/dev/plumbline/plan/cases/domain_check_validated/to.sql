create domain public.p as int constraint positive check (value > 0);
