create table public.k (id int primary key);
create table public.t (a int);
alter table public.t add constraint fk foreign key (a) references public.k not valid;
alter table public.t add constraint positive check (a > 0) not valid;
comment on constraint positive on public.t is 'Sign';
