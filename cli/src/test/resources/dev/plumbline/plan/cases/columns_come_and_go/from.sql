create table public.t (id int, gone text default 'x', counted serial);
comment on column public.t.gone is 'Was';
