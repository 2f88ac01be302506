create type public.mood as enum ('sad', 'glad');
create table public.person (
  id int primary key,
  mood public.mood not null default 'glad',
  moods public.mood[] not null default array['sad', 'glad']::public.mood[]
);
create index person_glad on public.person (id) where mood = 'glad';
create view public.glad as select id from public.person where mood = 'glad';
comment on view public.glad is 'Who is';
