create table public.t (new int constraint t_old_check check (new > 0), primary key (new));
