create table public.account (id int, tenant int not null, email text, nick text,
  constraint account_pkey primary key (tenant, id), constraint account_email unique (email, tenant));
comment on constraint account_email on public.account is 'One for each tenant';
create table public.entry (id int primary key, nick text, account_email text);
create table public.place (id int, name text, constraint place_pkey primary key (id));
create table public.visit (id int primary key, place_id int constraint visit_place references public.place (id));
