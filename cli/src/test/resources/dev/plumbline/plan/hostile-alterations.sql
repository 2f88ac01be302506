-- What a hand changes in the database of hostile-before.sql.

comment on schema [[]] is {{2}};
comment on extension citext is {{2}};
alter extension citext set schema [[w]];
alter type [[]].[[e]] add value {{d}} before {{b}};
create type [[]].[[e2]] as enum ({{c}}, {{}});
comment on type [[q]].[[]] is {{2}};
comment on sequence [[s]].[[]] is {{2}};
alter sequence [[s]].[[]] increment 3;
comment on domain [[d]].[[]] is {{2}};
alter domain [[d]].[[]] set default {{c}};
alter domain [[d]].[[]] drop constraint [[]];
alter domain [[d]].[[]] add constraint [[2]] check (value <> {{c}});
comment on constraint [[2]] on domain [[d]].[[]] is {{2}};
alter type [[c]].[[]] drop attribute [[b]];
alter type [[c]].[[]] add attribute [[c]] int;
comment on column [[c]].[[]].[[]] is {{2}};

alter table [[u]].[[t]] drop constraint [[]];
alter table [[u]].[[t]] add constraint [[2]] unique ([[]], [[b]]) deferrable;
alter table [[w]].[[t]] drop constraint [[]];
alter table [[w]].[[t]] add constraint [[2]] exclude using gist ([[]] with =);
alter table [[]].[[]] drop constraint [[f]];
alter table [[i]].[[t]] drop constraint [[]];
alter table [[k]].[[t]] drop constraint [[]];
alter table [[k]].[[t]] drop column [[b]];
alter table [[]].[[]] drop constraint [[]];
alter table [[]].[[]] add constraint [[2]] check ([[b]] <> {{c}});
alter table [[]].[[]] alter [[c]] set default {{b}};
alter table [[]].[[]] alter [[l]] set default array[{{c}}];
alter table [[]].[[]] alter [[o]] drop default;
alter table [[n]].[[t]] alter [[]] drop identity;
alter table [[]].[[]] drop column [[g]];
alter table [[]].[[]] add column [[h]] varchar(70) default {{}};
alter table [[]].[[]] alter [[s]] type text;
comment on table [[]].[[]] is {{2}};
comment on column [[]].[[]].[[]] is {{2}};
alter table [[]].[[]] owner to current_user;
revoke select ([[]]) on [[]].[[]] from [[]];
grant insert on [[]].[[]] to [[]];

drop index [[i]].[[]];
create unique index [[2]] on [[i]].[[t]] ([[b]]) include ([[]]) where [[b]] = {{c}};
comment on index [[i]].[[2]] is {{2}};
create or replace view [[v]].[[]] as select [[]], [[b]] from [[i]].[[t]] where [[b]] <> {{c}};
comment on view [[v]].[[]] is {{2}};
comment on column [[v]].[[]].[[]] is {{2}};
comment on materialized view [[m]].[[]] is {{2}};

create or replace function [[d]].[[]]([[]] text default {{}}) returns text language plpgsql
  as $plumb$ begin return {{c}}; end $plumb$;
comment on function [[d]].[[]](text) is {{2}};
drop trigger [[]] on [[]].[[]];
create trigger [[2]] after insert on [[]].[[]]
  for each row when (new.[[b]] = {{c}}) execute function [[d]].[[t]]({{c}});
drop rule [[]] on [[]].[[]];
create rule [[2]] as on update to [[]].[[]] where old.[[b]] = {{c}} do instead nothing;
drop policy [[]] on [[]].[[]];
create policy [[2]] on [[]].[[]] for insert to [[]] with check ([[b]] <> {{c}});
comment on policy [[2]] on [[]].[[]] is {{2}};
