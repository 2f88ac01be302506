create table public.author (id int not null, email text, name text);
create table public.book (id int primary key, author_id int, author_email text);
