create table public.t (old int check (old > 0), primary key (old));
