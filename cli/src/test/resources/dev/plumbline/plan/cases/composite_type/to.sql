create type public.address as (street text, town text);
create type public.new as (a int);
