-- What a hand can change in the database of everything.sql, one change a paragraph. Each can be made
-- alone, and all can be made one after the other in this order; each must be seen every time.
--
-- A paragraph begins with the code of what differs then (dev.plumbline.diff.Attribute, or a kind of
-- object with missing, unmanaged or renamed), the versions that can do it, and a sentence.

-- namespace.owner: a namespace gets another owner
alter schema app owner to plumb_owner;

-- namespace.grants: a role may use a namespace
grant usage on schema app to plumb_writer;

-- namespace.comment: a namespace loses its comment
comment on schema app is null;

-- extension.version: an extension is updated
alter extension citext update to '1.5';

-- extension.namespace: an extension moves
alter extension btree_gist set schema public;

-- extension.comment: the comment of an extension changes
comment on extension pg_trgm is 'Something else';

-- enum.values: an enum gets a value at its end
alter type app.status add value 'paused';

-- enum.order: an enum gets a value in its middle
alter type app.status add value 'starting' after 'waiting';

-- enum.values: a value of an enum is renamed
alter type "Odd Schema"."Odd ""Type""" rename value 'A' to 'a';

-- enum.comment: an enum gets a comment
comment on type "Odd Schema"."Odd ""Type""" is 'Odd';

-- enum.owner: an enum gets another owner
alter type "Odd Schema"."Odd ""Type""" owner to plumb_owner;

-- enum.grants: nobody may use an enum any more
revoke usage on type app.status from public;

-- domain.type: a domain is made anew on another type
drop domain app.tags cascade;
create domain app.tags as varchar(3)[];
alter table app.job add column labels app.tags;

-- domain.nullability: a domain lets NULL through
alter domain app.email drop not null;

-- domain.default: a domain loses its default
alter domain app.email drop default;

-- domain.default: a domain gets a default
alter domain app.positive set default 3;

-- domain.collation: a domain is made anew without a collation
drop domain app.email cascade;
create domain app.email as ext.citext default 'nobody@example.org' not null
  constraint email_has_at check (value ~ '@')
  constraint email_is_short check (length(value::text) < 100);
comment on domain app.email is 'An address';
comment on constraint email_has_at on domain app.email is 'The least one can ask';
alter table app.job add column email app.email;

-- domain.checks: a domain loses a check
alter domain app.email drop constraint email_is_short;

-- domain.checks: the check of a domain is validated
alter domain app.positive validate constraint is_positive;

-- domain.checks: the check of a domain loses its comment
comment on constraint email_has_at on domain app.email is null;

-- domain.comment: a domain gets a comment
comment on domain app.positive is 'More than nothing';

-- domain.owner: a domain gets another owner
alter domain app.positive owner to plumb_owner;

-- domain.grants: a role may use a domain
grant usage on domain app.positive to plumb_writer;

-- composite-type.attributes: a composite type gets an attribute
alter type app.address add attribute country text cascade;

-- composite-type.attributes: an attribute gets another name
alter type app.address rename attribute street to road cascade;

-- composite-type.attributes: an attribute loses its comment
comment on column app.address.house is null;

-- composite-type.comment: a composite type loses its comment
comment on type app.address is null;

-- composite-type.owner: a composite type gets another owner
alter type app.address owner to plumb_owner;

-- composite-type.grants: a role may use a composite type
grant usage on type app.address to plumb_writer;

-- sequence.type: a sequence gets another type
alter sequence app.invoice_number as integer;

-- sequence.options: the start of a sequence
alter sequence app.invoice_number start 8;

-- sequence.options: the step of a sequence
alter sequence app.invoice_number increment -2;

-- sequence.options: the least value of a sequence
alter sequence app.invoice_number minvalue -99;

-- sequence.options: the greatest value of a sequence
alter sequence app.invoice_number maxvalue 1001;

-- sequence.options: the cache of a sequence
alter sequence app.invoice_number cache 1;

-- sequence.options: a sequence does not begin again
alter sequence app.invoice_number no cycle;

-- sequence.owned-by: a sequence gets an owner
alter sequence app.invoice_number owned by app.counters.borrowed;

-- sequence.owned-by: a sequence loses its owner
alter sequence app.job_id_seq owned by none;

-- sequence.persistence from 15: a sequence is logged
alter sequence app.volatile_number set logged;

-- sequence.comment: a sequence gets a comment
comment on sequence app.job_id_seq is 'Counts jobs';

-- sequence.owner: a sequence gets another owner
alter sequence app.volatile_number owner to plumb_owner;

-- sequence.grants: a role loses a sequence
revoke usage on sequence app.invoice_number from plumb_writer;

-- table.persistence: a table is logged
alter table app.scratchpad set logged;

-- table.partitioning: a table is partitioned otherwise
drop table app.sharded cascade;
create table app.sharded (key text, n int) partition by hash (key, n);

-- table.partition-of: a partition is on its own
alter table app.listed detach partition app.listed_some;

-- table.partition-of: a partition takes other values
drop table app.measurement_2020;
create table app.measurement_2020 partition of app.measurement
  for values from ('2020-01-01 00:00+00') to ('2020-07-01 00:00+00');
create index measurement_2020_value on app.measurement_2020 (value);

-- table.inherits: a table inherits
alter table app.boat alter id set not null;
alter table app.boat add constraint vehicle_wheels_check check (wheels > 0);
alter table app.boat inherit app.vehicle;

-- table.inherits: a table inherits no more
alter table app.car no inherit app.vehicle;

-- table.storage-parameters: a table is filled more
alter table app.job set (fillfactor = 71);

-- table.storage-parameters: a parameter of the TOAST table is reset
alter table app.job reset (toast.autovacuum_vacuum_threshold);

-- table.access-method from 15: a table is stored otherwise
alter table app.other_storage set access method heap;

-- table.tablespace: a table moves
alter table app.scratchpad set tablespace pg_default;

-- table.row-security: the owner need not obey
alter table app.locked no force row level security;

-- table.row-security: nobody need obey
alter table app.locked disable row level security;

-- table.replica-identity: updates send the whole row
alter table app.locked replica identity full;

-- table.disabled-foreign-key-triggers: foreign keys are checked again
alter table app.child enable trigger all;

-- table.disabled-foreign-key-triggers: foreign keys are not checked
alter table app.tenant disable trigger all;

-- table.comment: a table gets a comment
comment on table app.tenant is 'Who pays';

-- table.owner: a table gets another owner
alter table app.tenant owner to plumb_owner;

-- table.grants: a role gets a privilege
grant delete on app.job to "plumb reader";

-- table.grants: a role may not pass a privilege on
revoke grant option for update on app.job from plumb_writer;

-- table.grants: a role gets a column
grant insert (price) on app.job to plumb_writer;

-- column.type: a text is longer
alter table app.job alter column flexible type bit varying(8);

-- column.type: a number is greater
alter table app.job alter column parent_id type bigint;

-- column.type: a number has more digits
alter table app.job alter column matrix type numeric(5, 1)[];

-- column.type: a time has more digits
alter table app.job alter column local_at type timestamp(1);

-- column.type: a time gets a zone
alter table app.job alter column born type timestamptz;

-- column.type: a character becomes text
alter table app.job alter column fixed type text;

-- column.type: a column is an array
alter table app.scratchpad alter column id type int[] using array[id];

-- column.type: an array has more dimensions
alter table app.job drop column grid;
alter table app.job add column grid int[][][] default '{}';

-- column.nullability: a column must have a value
alter table app.child alter column job_id set not null;

-- column.nullability: a column need have no value
alter table app.job alter column title drop not null;

-- column.default: a default goes
alter table app.job alter column state drop default;

-- column.default: a default comes
alter table app.job alter column link set default '10.0.0.1';

-- column.default: a default is another literal
alter table app.job alter column price set default 0.01;

-- column.default: a default is another function
alter table app.job alter column created_at set default clock_timestamp();

-- column.default: a list has another default
alter table app.defaults alter column some_texts set default array['a', 'b'];

-- column.default: a JSON default differs
alter table app.defaults alter column a_json set default '{"a": [1, 3]}';

-- column.default: a serial column loses its sequence
alter table app.counters alter column small drop default;

-- column.identity: an identity column is a plain one
alter table app.job alter column counted drop identity;

-- column.identity: a column becomes an identity column
alter table app.replicated alter column b add generated always as identity;

-- column.identity: an identity is by default
alter table app.job alter column big set generated by default;

-- column.identity-options: an identity counts otherwise
alter table app.job alter column big set increment by 6;

-- column.generated: a generated column is a plain one
alter table app.job alter column total drop expression;

-- column.generated from 17: a column is computed otherwise
alter table app.job alter column halved set expression as (price / 4);

-- column.generated from 18: a virtual column is computed otherwise
alter table app.future alter column doubled set expression as (id * 3);

-- column.collation: a column gets a collation
alter table app.job alter column "Weird ""name""" type text collate "C";

-- column.collation: a column loses its collation
alter table app.job alter column c_text type text collate "default";

-- column.statistics: more is known of a column
alter table app.job alter column title set statistics 600;

-- column.statistics: nothing is known of a column
alter table app.job alter column code set statistics 0;

-- column.storage: a column is stored in the usual way
alter table app.job alter column payload set storage extended;

-- column.storage: a column is stored otherwise
alter table app.job alter column raw set storage main;

-- column.compression from 14: a column is compressed in the usual way
alter table app.job alter column payload set compression default;

-- column.options: how many values a column has
alter table app.job alter column created_at set (n_distinct = 1001);

-- column.options: how many values a column has is not said
alter table app.job alter column created_at reset (n_distinct);

-- column.order: a column comes last
alter table app.vehicle drop column wheels cascade;
alter table app.vehicle add column wheels int not null default 4 check (wheels > 0);
alter table app.vehicle add column seats int;

-- column.comment: a column gets a comment
comment on column app.job.price is 'In euros';

-- column.comment: a column loses its comment
comment on column app.job.title is null;

-- primary-key.columns: another key
alter table app.child drop constraint child_pkey;
alter table app.child add constraint child_pkey primary key (id, job_id);

-- primary-key.include: a key includes less
alter table app.job drop constraint job_pkey cascade;
alter table app.job add constraint job_pkey primary key (id) with (fillfactor = 85);
alter table app.child add constraint child_job_fkey
  foreign key (job_id) references app.job (id) deferrable;
alter table app.job add constraint job_parent_fkey foreign key (parent_id) references app.job (id)
  match full on delete set null on update set default deferrable initially deferred not valid;
comment on constraint job_pkey on app.job is 'The key';
comment on index app.job_pkey is 'The index of the key';

-- primary-key.without-overlaps from 18: a key may overlap
alter table app.future_alone drop constraint future_alone_pkey;
alter table app.future_alone add constraint future_alone_pkey primary key (id, valid_at);

-- primary-key.deferrability: a key is checked later
alter table app.locked drop constraint locked_pkey;
alter table app.locked add constraint locked_pkey primary key (id) deferrable;

-- primary-key.storage-parameters: the index of a key is filled less
alter index app.job_pkey set (fillfactor = 84);

-- primary-key.index: the index of a key moves
alter index app.tenant_pkey set tablespace plumb_space;

-- primary-key.index: the index of a key gets another comment
comment on index app.job_pkey is null;

-- primary-key.form: a key becomes a unique constraint
alter table app.keyed drop constraint keyed_pkey;
alter table app.keyed add constraint keyed_pkey unique (id);

-- primary-key.comment: a key loses its comment
comment on constraint job_pkey on app.job is null;

-- unique.columns: a constraint has another column
alter table app.tenant add column city text;
alter table app.tenant drop constraint tenant_name_key;
alter table app.tenant add constraint tenant_name_key unique (name, city);

-- unique.include: a constraint includes more
alter table app.job drop constraint job_title_key;
alter table app.job add constraint job_title_key unique (title, tenant_id) include (code, price)
  with (fillfactor = 77) deferrable initially deferred;
alter table app.job cluster on job_title_key;

-- unique.nulls-distinct from 15: two NULLs are no duplicate
alter table app.job drop constraint job_nulls;
alter table app.job add constraint job_nulls unique (born, small);

-- unique.without-overlaps from 18: a unique constraint may not overlap
alter table app.future drop constraint future_once;
alter table app.future add constraint future_once unique (doubled_at, valid_at);

-- unique.deferrability: a unique constraint is deferred
alter table app.job drop constraint job_code_unique;
alter table app.job add constraint job_code_unique unique (code, letter)
  deferrable initially deferred;

-- unique.storage-parameters: the index of a unique constraint is filled in the usual way
alter index app.job_title_key reset (fillfactor);

-- unique.index: a table is not clustered
alter table app.job set without cluster;

-- unique.index: updates are recognised by the primary key
alter table app.replicated_by_key replica identity default;

-- unique.comment: a unique constraint gets a comment
comment on constraint job_code_unique on app.job is 'Codes';

-- unique.form: a unique constraint becomes a unique index
alter table app.replicated drop constraint replicated_key;
create unique index replicated_key on app.replicated (a);

-- foreign-key.columns: another column refers
alter table app.child drop constraint child_remote_fkey;
alter table app.child add column other_a int;
alter table app.child add constraint child_remote_fkey
  foreign key (other_a, "remote B") references elsewhere.remote (a, "B")
  on delete set default on update cascade;

-- foreign-key.target: another table is referred to
alter table app.child drop constraint child_job_fkey;
alter table app.child add constraint child_job_fkey
  foreign key (job_id) references app.vehicle (id) deferrable not valid;

-- foreign-key.on-delete: deleting is refused
alter table app.job drop constraint job_tenant_fkey;
alter table app.job add constraint job_tenant_fkey
  foreign key (tenant_id) references app.tenant on delete restrict on update restrict;
comment on constraint job_tenant_fkey on app.job is 'Whose it is';

-- foreign-key.on-update: updating is followed
alter table app.job drop constraint job_tenant_fkey;
alter table app.job add constraint job_tenant_fkey
  foreign key (tenant_id) references app.tenant on delete cascade on update cascade;
comment on constraint job_tenant_fkey on app.job is 'Whose it is';

-- foreign-key.set-columns from 15: all columns are set
alter table app.child drop constraint child_remote_fkey;
alter table app.child add constraint child_remote_fkey
  foreign key (remote_a, "remote B") references elsewhere.remote (a, "B")
  on delete set null ("remote B") on update cascade;

-- foreign-key.match: a NULL excuses
alter table app.job drop constraint if exists job_parent_fkey;
alter table app.job add constraint job_parent_fkey foreign key (parent_id) references app.job (id)
  match simple on delete set null on update set default deferrable initially deferred not valid;

-- foreign-key.period from 18: a period is a plain column
alter table app.future_child drop constraint future_child_fkey;
alter table app.future drop constraint future_pkey cascade;
alter table app.future add constraint future_pkey primary key (id, valid_at);
alter table app.future_child add constraint future_child_fkey
  foreign key (future_id, valid_at) references app.future (id, valid_at);

-- foreign-key.deferrability: a foreign key is checked at once
alter table app.child alter constraint child_job_fkey not deferrable;

-- foreign-key.deferrability: a foreign key is checked at the end
alter table app.job alter constraint job_tenant_fkey deferrable initially deferred;

-- foreign-key.validity: a foreign key holds for old rows
alter table app.job validate constraint job_parent_fkey;

-- foreign-key.validity from 18: a foreign key is not enforced
alter table app.job alter constraint job_tenant_fkey not enforced;

-- foreign-key.comment: a foreign key loses its comment
comment on constraint job_tenant_fkey on app.job is null;

-- check.expression: a check says something else
alter table app.job drop constraint job_price_check;
alter table app.job add constraint job_price_check
  check (price > 0 and (quantity > 0 or title like 'x%'));
comment on constraint job_price_check on app.job is 'No gifts';

-- check.no-inherit: children inherit a check
alter table app.job drop constraint job_no_inherit;
alter table app.job add constraint job_no_inherit check (small < 100);

-- check.validity: a check holds for old rows
alter table app.job validate constraint job_small_check;

-- check.validity from 18: a check is enforced
alter table app.job drop constraint job_unenforced;
alter table app.job add constraint job_unenforced check (ratio < 5);

-- check.comment: a check loses its comment
comment on constraint job_price_check on app.job is null;

-- exclusion.definition: less is excluded
alter table app.job drop constraint job_overlap;
alter table app.job add constraint job_overlap exclude using gist (tenant_id with =, period with &&)
  with (fillfactor = 66) where (period is not null and small > 1) deferrable initially deferred;
comment on constraint job_overlap on app.job is 'One at a time';

-- exclusion.deferrability: an exclusion is checked at once
alter table app.job drop constraint job_overlap;
alter table app.job add constraint job_overlap exclude using gist (tenant_id with =, period with &&)
  with (fillfactor = 66) where (period is not null) deferrable;
comment on constraint job_overlap on app.job is 'One at a time';

-- exclusion.index: the index of an exclusion moves
alter index app.job_overlap set tablespace plumb_space;

-- exclusion.comment: an exclusion loses its comment
comment on constraint job_overlap on app.job is null;

-- index.method: a hash becomes a tree
drop index app.job_hash;
create index job_hash on app.job using btree (title);

-- index.keys: an index has another column
drop index app.job_plain;
create index job_plain on app.job
  (tenant_id, created_at desc, price desc nulls last, ratio nulls first);
comment on index app.job_plain is 'The listing';

-- index.keys: the columns of an index change places
drop index app.job_plain;
create index job_plain on app.job
  (created_at desc, tenant_id, price desc nulls last, small nulls first);
comment on index app.job_plain is 'The listing';

-- index.keys: an index has another expression
drop index app.job_expression;
create index job_expression on app.job
  (upper(title), (price + ratio::numeric) desc, coalesce(code, 'x'), (payload ->> 'a, b)') collate "C");
alter index app.job_expression alter column 2 set statistics 321;

-- index.direction: an index goes up
drop index app.job_plain;
create index job_plain on app.job
  (tenant_id, created_at nulls first, price desc nulls last, small nulls first);
comment on index app.job_plain is 'The listing';

-- index.nulls-order: the NULLs of an index are first
drop index app.job_plain;
create index job_plain on app.job (tenant_id, created_at desc, price desc, small nulls first);
comment on index app.job_plain is 'The listing';

-- index.operator-class: an index has the usual operator class
drop index app.job_covering;
create index job_covering on app.job (title, c_text collate "POSIX", sorted)
  include (price, "Weird ""name""") with (fillfactor = 50, deduplicate_items = off);

-- index.operator-class: an operator class has other parameters
drop index app.job_trgm;
create index job_trgm on app.job using gist (title gist_trgm_ops (siglen = 64), vector);

-- index.collation: an index has another collation
drop index app.job_covering;
create index job_covering on app.job (title varchar_pattern_ops, c_text collate "C", sorted)
  include (price, "Weird ""name""") with (fillfactor = 50, deduplicate_items = off);

-- index.collation: an expression has the usual collation
drop index app.job_expression;
create index job_expression on app.job
  (lower(title), (price + ratio::numeric) desc, coalesce(code, 'x'), (payload ->> 'a, b)'));
alter index app.job_expression alter column 2 set statistics 321;

-- index.include: an index includes less
drop index app.job_covering;
create index job_covering on app.job (title varchar_pattern_ops, c_text collate "POSIX", sorted)
  include (price) with (fillfactor = 50, deduplicate_items = off);

-- index.unique: an index is not unique
drop index app.job_partial;
create index job_partial on app.job (state, title) where state = 'failed' and not done;

-- index.nulls-distinct from 15: two NULLs of an index are no duplicate
drop index app.job_distinct;
create unique index job_distinct on app.job (born);

-- index.predicate: an index holds other rows
drop index app.job_partial;
create unique index job_partial on app.job (state, title) where state = 'failed' and done;

-- index.predicate: an index holds all rows
drop index app.job_partial;
create unique index job_partial on app.job (state, title);

-- index.storage-parameters: an index is filled more
alter index app.job_covering set (fillfactor = 51);

-- index.tablespace: an index moves
alter index app.job_space set tablespace pg_default;

-- index.statistics: more is known of an expression
alter index app.job_expression alter column 2 set statistics 400;

-- index.state: an index is invalid
update pg_index set indisvalid = false where indexrelid = 'app.job_brin'::regclass;

-- index.state: an index is not ready
update pg_index set indisready = false, indisvalid = false
  where indexrelid = 'app.job_brin'::regclass;

-- index.clustered: a table is clustered by an index
alter table app.job cluster on job_space;

-- index.replica-identity: updates are recognised by another index
alter table app.replicated replica identity default;

-- index.comment: an index loses its comment
comment on index app.job_plain is null;

-- policy.permissive: a policy is permissive
drop policy locked_write on app.locked;
create policy locked_write on app.locked for insert to public with check (length(secret) > 3);

-- policy.command: a policy is for all commands
drop policy locked_write on app.locked;
create policy locked_write on app.locked as restrictive to public with check (length(secret) > 3);

-- policy.roles: a policy is for one role
alter policy locked_read on app.locked to plumb_writer;

-- policy.using: a policy shows more
alter policy locked_read on app.locked using (true);

-- policy.with-check: a policy lets more in
alter policy locked_write on app.locked with check (length(secret) > 2);

-- policy.comment: a policy loses its comment
comment on policy locked_read on app.locked is null;

-- trigger.definition: a trigger fires more often
drop trigger job_stamp on app.job;
create trigger job_stamp before insert or update on app.job
  for each row when (new.price > 0) execute function app.stamp();
comment on trigger job_stamp on app.job is 'Keeps the time';

-- trigger.state: a trigger is disabled
alter table app.job disable trigger job_stamp;

-- trigger.state: a trigger fires always
alter table app.job enable always trigger job_late;

-- trigger.unmanaged: a trigger of a partition is disabled and no mere copy any more
alter table app.measurement_rest disable trigger measurement_stamp;

-- trigger.comment: a trigger loses its comment
comment on trigger job_stamp on app.job is null;

-- rule.definition: a rule does something else
create or replace rule job_keep as on delete to app.job where old.small > 3 do instead nothing;

-- rule.state: a rule is enabled
alter table app.job enable always rule job_keep;

-- rule.comment: a rule loses its comment
comment on rule job_keep on app.job is null;

-- view.definition: a view shows more
create or replace view app.open_jobs (job, name)
  with (security_barrier = true)
  as select j.id, (select t.name from app.tenant t where t.id = j.tenant_id) from app.job j
  with local check option;

-- view.options: a view has no barrier
alter view app.open_jobs reset (security_barrier);

-- view.options: a materialized view is filled more
alter materialized view app.job_counts set (fillfactor = 61);

-- view.access-method from 15: a materialized view is stored otherwise
alter materialized view app.filled set access method plumb_heap;

-- view.tablespace: a materialized view moves
alter materialized view app.job_counts set tablespace pg_default;

-- view.populated: a materialized view is filled
refresh materialized view app.job_counts;

-- view.columns: a column of a view loses its default
alter view app.open_jobs alter column name drop default;

-- view.columns: a column of a view is renamed
alter view app.open_jobs rename column job to job_id;

-- view.columns: a column of a view gets a comment
comment on column app.open_jobs.name is 'Whose';

-- view.columns: less is known of a column of a materialized view
alter materialized view app.job_counts alter column jobs set statistics 6;

-- view.comment: a view loses its comment
comment on view app.open_jobs is null;

-- view.owner: a view gets another owner
alter view app.job_names owner to plumb_owner;

-- view.grants: a role may read a view
grant select on app.job_names to "plumb reader";

-- view.grants: a role may not read a column of a view
revoke select (name) on app.open_jobs from plumb_writer;

-- routine.definition: a function has another body
create or replace function app.add(a text) returns text language sql as 'select a || a';

-- routine.definition: a function has other properties
alter function app.add(text) stable;

-- routine.definition: a function is dearer
alter function app.stamp() cost 500;

-- routine.definition: a function has other settings
alter function app.stamp() reset all;

-- routine.definition: a procedure is run with other rights
alter procedure app.clean(int) security definer;

-- routine.definition: an aggregate begins elsewhere
create or replace aggregate app.total(numeric) (
  sfunc = numeric_add, stype = numeric, initcond = '1', combinefunc = numeric_add, parallel = safe);

-- routine.kind: a function becomes an aggregate
drop function app.add(text);
create aggregate app.add(text) (sfunc = textcat, stype = text);

-- routine.comment: a function loses its comment
comment on function app.stamp() is null;

-- routine.owner: a function gets another owner
alter function app.stamp() owner to plumb_owner;

-- routine.grants: nobody may call a function
revoke execute on function app.stamp() from public;

-- namespace.unmanaged: a namespace comes
create schema extra;

-- extension.unmanaged: an extension comes
create extension hstore schema ext;

-- extension.missing: an extension goes
drop extension btree_gist cascade;

-- enum.unmanaged: an enum comes
create type app.extra_enum as enum ('x');

-- enum.renamed: an enum gets another name
alter type "Odd Schema"."Odd ""Type""" rename to odder;

-- domain.unmanaged: a domain comes
create domain app.extra_domain as int;

-- composite-type.unmanaged: a composite type comes
create type app.extra_type as (a int);

-- sequence.unmanaged: a sequence comes
create sequence app.extra_sequence;

-- sequence.missing: a sequence goes
drop sequence app.volatile_number;

-- sequence.renamed: a sequence gets another name
alter sequence app.invoice_number rename to invoice_no;

-- table.unmanaged: a table comes
create table app.extra_table (id int primary key);

-- table.missing: a table goes
drop table app.defaults;

-- table.renamed: a table gets another name
alter table app.counters rename to tallies;

-- table.renamed: a table moves
alter table app.boat set schema "Odd Schema";

-- column.unmanaged: a column comes
alter table app.job add column extra int;

-- column.missing: a column goes
alter table app.job drop column raw;

-- column.renamed: a column gets another name
alter table app.job rename column link to address_of_host;

-- primary-key.missing: a key goes
alter table app.locked drop constraint locked_pkey;

-- primary-key.renamed: a key gets another name
alter table app.child rename constraint child_pkey to child_key;

-- primary-key.unmanaged: a key comes
alter table app.scratchpad add primary key (id);

-- unique.missing: a unique constraint goes
alter table app.tenant drop constraint tenant_name_key;

-- unique.unmanaged: a unique constraint comes
alter table app.tenant add constraint tenant_id_key unique (id);

-- unique.renamed: a unique constraint gets another name
alter table app.job rename constraint job_code_unique to job_code_key;

-- foreign-key.missing: a foreign key goes
alter table app.job drop constraint job_parent_fkey;

-- foreign-key.unmanaged: a foreign key comes
alter table app.vehicle add column tenant_id uuid references app.tenant;

-- foreign-key.renamed: a foreign key gets another name
alter table app.job rename constraint job_tenant_fkey to job_owner_fkey;

-- check.missing: a check goes
alter table app.job drop constraint job_no_inherit;

-- check.unmanaged: a check comes
alter table app.tenant add constraint tenant_named check (name <> '');

-- check.renamed: a check gets another name
alter table app.job rename constraint job_small_check to job_size_check;

-- check.unmanaged: a partition is stricter than its parent
alter table app.measurement_rest add constraint stricter check (value > 0);

-- exclusion.unmanaged: an exclusion comes
alter table app.replicated add constraint no_two exclude using btree (a with =);

-- exclusion.missing: an exclusion goes
alter table app.replicated_by_key drop constraint no_three;

-- index.missing: an index goes
drop index app.job_gin;

-- index.missing: the index of a partition goes
drop index app.measurement_2020_value;

-- index.unmanaged: an index comes
create index extra_index on app.job (price) where price > 5;

-- index.unmanaged: a materialized view gets an index
create index extra_counts_index on app.job_counts (jobs);

-- index.renamed: an index gets another name
alter index app.job_plain rename to job_listing;

-- policy.missing: a policy goes
drop policy locked_all on app.locked;

-- policy.unmanaged: a policy comes
create policy extra on app.tenant using (true);

-- policy.renamed: a policy gets another name
alter policy locked_read on app.locked rename to locked_reading;

-- trigger.missing: a trigger goes
drop trigger job_late on app.job;

-- trigger.unmanaged: a trigger comes
create trigger extra after delete on app.tenant execute function app.stamp();

-- trigger.missing: a trigger of a view goes
drop trigger open_jobs_insert on app.open_jobs;

-- trigger.renamed: a trigger gets another name
alter trigger job_stamp on app.job rename to job_stamped;

-- rule.missing: a rule goes
drop rule job_keep on app.job;

-- rule.missing: a rule of a view goes
drop rule open_jobs_delete on app.open_jobs;

-- rule.unmanaged: a rule comes
create rule extra as on insert to app.listed do also nothing;

-- view.missing: a view goes
drop view app.job_names;

-- view.unmanaged: a view comes
create view app.extra_view as select 1 as one;

-- view.renamed: a view gets another name
alter view app.open_jobs rename to jobs_open;

-- materialized-view.unmanaged: a materialized view comes
create materialized view app.extra_counts as select 1 as one;

-- materialized-view.missing: a materialized view goes
drop materialized view app.filled;

-- routine.missing: a function goes
drop function app.add(int, int, int[]);

-- routine.unmanaged: an overload comes
create function app.stamp(a int) returns int language sql as 'select 1';

-- routine.renamed: a procedure gets another name
alter procedure app.clean(int) rename to tidy;

-- unmodelled.missing: a statistics object goes
drop statistics app.job_dependencies;

-- unmodelled.unmanaged: a text search dictionary comes
create text search dictionary app.extra (template = pg_catalog.simple);

-- unmodelled.unmanaged: an operator class comes
create operator class app.extra_ops for type int using hash as operator 1 =;

-- unmodelled.unmanaged: a conversion comes
create conversion app.extra for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;

-- unmodelled.unmanaged: a base type comes
create type app.extra_shell;

-- unmodelled.unmanaged from 18: a column need be set in new rows only
alter table app.scratchpad add column later int;
alter table app.scratchpad add constraint later_set not null later not valid;

-- unmodelled.unmanaged: a foreign table comes
create foreign data wrapper nowhere;
create server nowhere foreign data wrapper nowhere;
create foreign table app.extra_foreign (a int) server nowhere;

-- domain.missing: a domain goes
drop domain app.positive cascade;

-- composite-type.missing: a composite type goes
drop type app.address cascade;

-- enum.missing: an enum goes
drop type app.status cascade;

-- namespace.missing: a namespace goes
drop schema "Odd Schema" cascade;
