create table public.author (id int primary key, name text, email text);
create table public.book (id int, title text, author_id int, price int, isbn text, old_code text);
create index book_title on public.book (title) where price > 0;
comment on index public.book_title is 'By title';
create index book_gone on public.book (price);
create view public.cheap as select id from public.book where price < 10;
insert into public.author select i, 'n' || i, 'e' || i from generate_series(1, 50) i;
insert into public.book select i, 't' || i, 1 + i % 50, i, 'x' || i, 'o' from generate_series(1, 500) i;
