create table public.author (id int primary key, name text not null, email text, constraint author_email unique (email));
create table public.book (
  id int constraint book_pkey primary key, title text, author_id int, price int, isbn text,
  pages int not null default 5,
  token uuid not null default gen_random_uuid(),
  constraint book_author foreign key (author_id) references public.author on delete cascade,
  constraint book_price check (price >= 0)
);
create index book_title on public.book (title, author_id);
comment on index public.book_title is 'By title and author';
create unique index book_isbn on public.book (isbn) where isbn is not null;
comment on index public.book_isbn is 'One of each';
create table public.review (id int primary key, book_id int references public.book);
create index review_book on public.review (book_id);
create view public.cheap as select id, title from public.book where price < 10;
