create table public.t (a int constraint pk primary key);
comment on constraint pk on public.t is 'One';
