create procedure public.new() language sql as 'select 1';
create function public.kept(a int) returns int language sql as 'select 2';
create function public.turned(a int) returns text language sql as $$select 'x'$$;
