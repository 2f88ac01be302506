create type public.address as (street text, house int);
create table public.t (home public.address);
