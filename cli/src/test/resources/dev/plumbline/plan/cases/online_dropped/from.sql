create table public.author (
  id int constraint author_pkey primary key,
  email text not null constraint author_email unique deferrable,
  name text not null,
  constraint author_named check (name <> '')
);
comment on constraint author_email on public.author is 'One of each';
create index author_name on public.author (name) include (email);
create unique index author_lower on public.author (lower(name)) where id > 0;
comment on index public.author_lower is 'Whatever its case';
create table public.book (
  id int primary key,
  author_id int constraint book_author references public.author on delete cascade deferrable,
  author_email text
);
insert into public.author select i, 'e' || i, 'n' || i from generate_series(1, 50) i;
insert into public.book select i, i from generate_series(1, 50) i;
