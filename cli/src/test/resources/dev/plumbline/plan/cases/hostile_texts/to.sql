create table public.t (
  a int,
  "b""; drop table t; --" text default E'it''s \\ ${x} <#if>\n$$'
);
comment on table public.t is E'*/ -- \n; drop table t; ''';
