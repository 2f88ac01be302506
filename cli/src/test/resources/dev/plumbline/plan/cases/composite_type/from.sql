create type public.address as (street text, house int);
create type public.gone as (a int);
