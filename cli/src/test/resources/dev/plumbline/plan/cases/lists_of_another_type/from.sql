create table public.thing (one int, many int[]);
insert into public.thing values (1, array[2, 3]), (null, null);
