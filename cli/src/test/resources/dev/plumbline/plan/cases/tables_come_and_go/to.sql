create table public.author (id serial primary key, name text not null default 'it''s', best int);
create table public.book (
  id int generated always as identity primary key,
  author_id int not null references public.author (id) on delete cascade,
  price numeric(9, 2) check (price > 0),
  gross numeric generated always as (price * 1.2) stored
);
create index book_author on public.book (author_id);
alter table public.author add foreign key (best) references public.book (id);
comment on table public.book is 'Paper';
