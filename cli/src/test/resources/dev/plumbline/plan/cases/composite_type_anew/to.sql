create type public.address as (house text, street text);
create table public.t (home public.address);
