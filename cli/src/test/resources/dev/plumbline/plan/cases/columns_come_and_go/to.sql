create table public.t (id int, new varchar(9) not null default 'it', serial bigserial, ident smallint generated always as identity, twice int generated always as (id * 2) stored);
comment on column public.t.new is 'Is';
