create table public.account (id int constraint account_pkey primary key, tenant int not null, email text, nick text,
  constraint account_email unique (email));
create table public.entry (id int primary key, nick text, account_email text constraint entry_account references public.account (email));
insert into public.account select i, i % 3, 'e' || i, 'n' || i from generate_series(1, 50) i;
insert into public.entry select i, 'n' || i, 'e' || i from generate_series(1, 50) i;
