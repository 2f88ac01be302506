create table public.t (a int constraint pk primary key);
comment on index public.pk is 'Its index';
