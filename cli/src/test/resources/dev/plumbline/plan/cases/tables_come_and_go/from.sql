create table public.old (id serial primary key, name text unique, other int references public.old (id));
create index old_lower on public.old (lower(name));
comment on table public.old is 'Was here';
comment on column public.old.name is 'Called';
