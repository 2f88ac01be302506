-- What majors of Postgres print each in their own words. What stands behind a version is parsed
-- otherwise before it.

create schema app;

create table app.r (
  id int primary key, a text, b text[], c int, d date, e timestamptz, f numeric(10,2), g jsonb, h interval, i bool, j varchar(10), k inet,
  constraint r1 check (a in ('x','y') and c between 1 and 5 and a like 'x%' and not i),
  constraint r2 check (b @> array['a'] and (d at time zone 'UTC') < now() or extract(year from d) > 2000), -- from 14
  constraint r3 check (coalesce(a, j) <> '' and nullif(c, 3) is distinct from 4 and a ~ '^x' and position('a' in a) > 0),
  constraint r4 check (overlay(a placing 'x' from 1 for 1) = 'x' and trim(both ' ' from a) = a and substring(a from 2 for 3) = 'abc' and a is normalized), -- from 14
  constraint r5 check (case when c > 1 then true when c is null then false else i end),
  constraint r6 check (c = any (array[1,2,3]) and c <> all ('{4,5}') and (c, id) > (1, 2) and row(c,id) is not null and g ? 'x' and g->>'a' = 'b'),
  constraint r7 check ((g #>> '{a,b}')::int > 3 and e > '2020-01-01 00:00:00+00' and h > '1 day'::interval and substring(a similar 'x' escape '#') is null), -- from 14
  gen text generated always as (lower(a) || '-' || c::text) stored,
  dd timestamptz default (now() + interval '1 day'), ee date default current_date, ff timestamp default localtimestamp(3), gg text default (current_user || 'x'),
  hh timestamp default (now() at time zone 'utc'), ii text collate "C" default 'x'::text || 'y', jj int[] default array[1,2], kk bit(3) default b'101', ll text default null::text,
  mm date default ('now'::text)::date, nn numeric default 1.50, oo bigint default 12345678901, pp float8 default 'NaN', qq time default '12:00', rr uuid default gen_random_uuid()
);
create index r_i1 on app.r (lower(a), (c + 1), (g ->> 'x')) where a is not null and i and c in (1, 2) and e > '2020-01-01';
create index r_i2 on app.r using gin (to_tsvector('english', a));
create index r_i3 on app.r ((extract(year from d)), (date_trunc('day', h)), (a collate "C") desc); -- from 14
create statistics app.s1 on a, c from app.r;
create statistics app.s2 (ndistinct) on (lower(a)), (c + 1) from app.r; -- from 14
create view app.v1 as select id, a from app.r;
create view app.v2 as select r.id, q.a as qa, r.b, l.m from app.r join app.r q on q.id = r.c left join lateral (select max(z.id) m from app.r z where z.c = r.id) l on true where r.a in (select a from app.r where i) order by r.id, q.a;
create view app.v3 as with x as (select id, a from app.r), y as materialized (select id from x) select y.id, count(*) filter (where x.a is not null) over (partition by x.a order by x.id rows between 1 preceding and current row) from x join y using (id);
create view app.v4 as select extract(epoch from e) as ep, e at time zone 'UTC' as z, a || 'x', substring(a from 1 for 2) as s, trim(leading 'x' from a) t, c::text, array_agg(id) as ids, count(distinct a) filter (where c > 1) as n, grouping(a) from app.r group by grouping sets ((e, a, c), ()) having count(*) > 1; -- from 14
create view app.v5 as select * from app.r natural join (select id, c as cc from app.r) q union all select r.*, 1 from app.r limit 5;
create view app.v6 as values (1, 'a'), (2, 'b');
create view app.v7 as select t.x, t.o from unnest(array['a','b']) with ordinality as t(x, o) where exists (select 1 from app.r where a = t.x);
create view app.v8 as select case a when 'x' then 1 else 2 end as k, (select r2.id from app.r r2 limit 1) as sub, row(id, a)::text as rw, (r).a as ra, i is true as it, coalesce(c, 0) from app.r;
create view app.v9 as with recursive t(n) as (values (1) union all select n + 1 from t where n < 5) select sum(n) over w as total from t window w as (order by n);
create view app.v10 as select json_agg(r.a) j, string_agg(a, ',' order by id desc) s, percentile_cont(0.5) within group (order by c) p, current_date d, session_user u, xmlelement(name x, 'y')::text as xx from app.r;
create materialized view app.mv as select c, count(*) n from app.r group by c;
create unique index on app.mv (c);
create function app.fn() returns trigger language plpgsql as $$ begin return new; end $$;
create function app.fq(a int, out b int, inout c text default 'x') returns record language sql stable as $$ select a, c $$;
create function app.fa(a int) returns int language sql begin atomic select r.c from app.r where r.id = fa.a; select count(*) from app.r; end; -- from 14
create function app.ft(a int) returns table (x int, y text) language sql as $$ select 1, 'a' $$;
create function app.fv(variadic a text[]) returns setof app.r language sql rows 5 cost 10 as $$ select * from app.r $$;
create trigger t1 before update of a, c on app.r for each row when (old.a is distinct from new.a and new.c > 0) execute function app.fn();
create trigger t2 after insert or delete or truncate on app.r for each statement execute function app.fn('x', '1');
create trigger t3 after update on app.r referencing old table as o new table as n for each statement execute function app.fn();
create constraint trigger t4 after insert on app.r deferrable initially deferred for each row when (new.a like 'x%') execute function app.fn();
create rule ru1 as on update to app.v1 do instead update app.r set a = new.a where id = old.id returning id, a;
create table app.s3 (id int);
create rule ru2 as on insert to app.r where new.c > 5 do also (insert into app.s3 select new.id; update app.s3 set id = 1 where id = new.id);
create rule ru3 as on delete to app.v1 do instead delete from app.r where id = old.id;
alter table app.r enable row level security;
create policy p1 on app.r for select using (a = current_user and exists (select 1 from app.r x where x.id = r.c));
create policy p2 on app.r for all to public using (c > 1) with check (a in ('a', 'b') or current_setting('x.y', true) = a);
create policy p3 on app.r as restrictive for update using (id in (select id from app.r where i)) with check (true);
create domain app.dm as text default 'x' check (value ~ '^x' and length(value) between 1 and 5) not null;
create table app.pt (id int, k text, at timestamptz, v int) partition by range (at, (v + 1));
create table app.pt1 partition of app.pt for values from ('2020-01-01', minvalue) to ('2021-01-01', 5);
create table app.pl (k text, n int) partition by list (lower(k));
create table app.pl1 partition of app.pl for values in ('a', null, 'it''s');
create table app.ph (k text) partition by hash (k);
create table app.ph0 partition of app.ph for values with (modulus 3, remainder 1);
create table app.x1 (p tsrange, r int4range, exclude using gist (p with &&, r with =) where (not isempty(p)));
