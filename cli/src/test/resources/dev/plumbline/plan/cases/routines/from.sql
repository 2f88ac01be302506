create function public.gone(a int) returns int language sql as 'select 1';
create function public.kept(a int) returns int language sql as 'select 1';
create function public.turned(a int) returns int language sql as 'select 1';
comment on function public.kept(int) is 'Kept';
