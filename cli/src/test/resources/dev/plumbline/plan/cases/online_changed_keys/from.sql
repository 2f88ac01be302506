create table public.account (id int constraint account_pkey primary key, tenant int not null, email text, nick text,
  constraint account_email unique (email));
create table public.entry (id int primary key, nick text, account_email text constraint entry_account references public.account (email));
insert into public.account select i, i % 3, 'e' || i, 'n' || i from generate_series(1, 50) i;
insert into public.entry select i, 'n' || i, 'e' || i from generate_series(1, 50) i;
create table public.place (id int not null, name text, constraint place_pkey primary key (id) include (name));
create table public.visit (id int primary key, place_id int constraint visit_place references public.place (id));
insert into public.place select i, 'p' || i from generate_series(1, 50) i;
insert into public.visit select i, i from generate_series(1, 50) i;
