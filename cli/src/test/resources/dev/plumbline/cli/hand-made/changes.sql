-- What people do to the database of schema.prisma by hand, one thing a paragraph, each alone.
-- entries.txt says what plumb drift then reports.

-- an index is dropped
drop index jobs_listing;

-- an index is added
create index jobs_attempts on jobs (attempts);

-- a partial index is added
create index jobs_running on jobs (user_id) where state = 'RUNNING';

-- an expression index is added
create index users_lower on users (lower(name));

-- a unique index is added
create unique index users_name on users (name);

-- the columns of an index change places
drop index jobs_listing;
create index jobs_listing on jobs (created_at desc, user_id);

-- an index loses its direction
drop index jobs_listing;
create index jobs_listing on jobs (user_id, created_at);

-- an index gets another order of nulls
drop index jobs_listing;
create index jobs_listing on jobs (user_id, created_at desc nulls last);

-- an index gets another method
drop index users_manager_id_idx;
create index users_manager_id_idx on users using hash (manager_id);

-- an index gets another operator class
drop index jobs_title_trgm;
create index jobs_title_trgm on jobs using gist (title gist_trgm_ops);

-- an index gets another operator class and direction
drop index jobs_title_lower; create index jobs_title_lower on jobs (lower(title) text_pattern_ops desc);

-- an operator class gets a parameter
drop index jobs_title_lower;
create index jobs_title_lower on jobs using gist (lower(title) gist_trgm_ops(siglen='32'));

-- an index gets a column to include
drop index users_manager_id_idx;
create index users_manager_id_idx on users (manager_id) include (name);

-- an index loses a column to include
drop index jobs_failed;
create index jobs_failed on jobs (state, created_at desc) where state = 'FAILED';

-- an index loses its predicate
drop index jobs_queued;
create index jobs_queued on jobs (state);

-- an index gets a predicate
drop index users_manager_id_idx;
create index users_manager_id_idx on users (manager_id) where active;

-- the predicate of an index changes
drop index jobs_queued;
create index jobs_queued on jobs (state) where state = 'RUNNING';

-- an index is no longer unique
drop index users_email_key;
create index users_email_key on users (email);

-- an index becomes unique
drop index users_manager_id_idx;
create unique index users_manager_id_idx on users (manager_id);

-- a unique index takes nulls for equal (from 15)
drop index users_email_key;
create unique index users_email_key on users (email) nulls not distinct;

-- an index gets a storage parameter
alter index users_manager_id_idx set (fillfactor = 70);

-- a key of an index gets a collation
drop index jobs_user_id_title_key;
create unique index jobs_user_id_title_key on jobs (user_id, title collate "C");

-- the comment of an index changes
comment on index jobs_listing is 'Something else';

-- an index loses its comment
comment on index jobs_listing is null;

-- an index is renamed
alter index jobs_listing rename to listing_of_jobs;

-- a unique index is renamed
alter index users_email_key rename to users_email;

-- an index is invalid
update pg_index set indisvalid = false where indexrelid = 'jobs_listing'::regclass;

-- an index is not ready
update pg_index set indisready = false, indisvalid = false where indexrelid = 'jobs_listing'::regclass;

-- an invalid index is left over
create index jobs_listing_ccnew on jobs (user_id, created_at desc); update pg_index set indisvalid = false where indexrelid = 'jobs_listing_ccnew'::regclass;

-- a table is clustered on an index
alter table jobs cluster on jobs_listing;

-- the expression of an index changes
drop index jobs_title_lower;
create index jobs_title_lower on jobs (upper(title));

-- an index gets a statistics target
alter index jobs_title_lower alter column 1 set statistics 500;

-- a column is dropped
alter table users drop seen_at;

-- a column with an index is dropped
alter table jobs drop labels;

-- a column that may be left out is added
alter table users add nickname text;

-- a column that must be given is added
alter table users add nickname text not null;

-- a column whose constant may stand there once is added
alter table steps add slot integer not null default 0 unique;

-- a column is renamed
alter table users rename name to full_name;

-- two columns and an index on one of them are renamed
alter table jobs rename title to headline;
alter table jobs rename created_at to made_at;
alter index jobs_listing rename to jobs_newest;

-- a column that a generated one uses is renamed
alter table jobs rename attempts to tries;

-- a column goes and another comes
alter table users drop initials;
alter table users add letters char(3) not null default '';

-- integer becomes bigint
alter table jobs alter user_id type bigint;

-- a column that a generated one uses gets another type
alter table jobs drop doubled;
alter table jobs alter attempts type integer;
alter table jobs add doubled integer generated always as (attempts * 2) stored;

-- a column gets a domain for its type
create domain short as varchar(80);
alter table users alter name type short;

-- bigint becomes integer
alter table jobs alter priority type integer;

-- varchar gets longer
alter table users alter name type varchar(120);

-- varchar becomes text
alter table users alter name type text;

-- char gets longer
alter table users alter initials type char(5);

-- numeric gets another precision
alter table users alter balance type numeric(14,2);

-- numeric loses its precision
alter table users alter balance type numeric;

-- timestamp gets a time zone
alter table users alter created_at type timestamptz(3);

-- timestamptz loses its precision
alter table users alter seen_at type timestamptz;

-- jsonb becomes json
alter table jobs alter payload drop default, alter payload type json, alter payload set default '{}';

-- a list becomes a text
drop index jobs_labels_idx;
alter table jobs alter labels drop default, alter labels type text using labels::text;

-- a text becomes a list
alter table steps alter name drop default, alter name type text[] using array[name];

-- an enum column becomes text
drop index jobs_queued, jobs_failed;
alter table jobs alter state drop default, alter state type text;

-- a boolean becomes an integer
alter table users alter active drop default; alter table users alter active type integer using active::integer; alter table users alter active set default 1;

-- double becomes real
alter table jobs alter ratio type real;

-- a column may be null
alter table jobs alter title drop not null;

-- a column may not be null
alter table users alter name set not null;

-- a column may not be null in new rows (from 18)
alter table users add constraint users_name_given not null name not valid;

-- a column must not be null in new rows alone (from 18)
alter table users alter initials drop not null; alter table users add constraint users_initials_given not null initials not valid;

-- a default is dropped
alter table users alter active drop default;

-- a default is added
alter table users alter name set default 'nobody';

-- a literal default changes
alter table jobs alter priority set default 6;

-- an enum default changes
alter table jobs alter state set default 'DONE';

-- a json default changes
alter table jobs alter payload set default '{"a": 1}';

-- a list default changes
alter table jobs alter labels set default '{new}';

-- a function default changes
alter table users alter created_at set default clock_timestamp();

-- the argument of a function default changes
alter table steps alter name set default upper('stop');

-- a generated id appears
alter table jobs alter id set default gen_random_uuid();

-- a serial becomes an identity
alter table tags alter id drop default;
drop sequence tags_id_seq;
alter table tags alter id add generated by default as identity;

-- a serial becomes an identity whose sequence has its name
alter table tags alter id drop default; drop sequence tags_id_seq; alter table tags alter id add generated by default as identity;

-- an identity becomes a serial
alter table billing.invoices alter id drop identity;
create sequence billing.invoices_id_seq owned by billing.invoices.id;
alter table billing.invoices alter id set default nextval('billing.invoices_id_seq');

-- an identity is lost
alter table billing.invoices alter id drop identity;

-- an identity by default
alter table billing.invoices alter id set generated by default;

-- an identity gets another increment
alter table billing.invoices alter id set increment by 10;

-- an identity goes round
alter table billing.invoices alter id set cycle set maxvalue 1000;

-- a serial loses its sequence
alter table tags alter id drop default;
drop sequence tags_id_seq;

-- a serial loses its default
alter table tags alter id drop default;

-- a default counts with another sequence
create sequence numbers;
alter table tags alter id set default nextval('numbers');

-- a sequence gets another increment
alter sequence tags_id_seq increment by 5;

-- a sequence gets another type
alter sequence tags_id_seq as bigint;

-- a sequence goes round
alter sequence tags_id_seq cycle;

-- a sequence gets a cache
alter sequence tags_id_seq cache 20;

-- a sequence has no owner
alter sequence tags_id_seq owned by none;

-- a sequence belongs to another column
alter sequence tags_id_seq owned by users.id;

-- a sequence is renamed
alter sequence tags_id_seq rename to tags_numbers;

-- a sequence is renamed and counts otherwise
alter sequence tags_id_seq rename to tags_numbers;
alter sequence tags_numbers increment by 5;

-- a sequence moves to another schema
alter sequence tags_id_seq owned by none;
alter sequence tags_id_seq set schema billing;

-- a sequence is added
create sequence numbers;

-- a column is no longer generated
alter table jobs alter doubled drop expression;

-- a generated column says something else
alter table jobs drop doubled;
alter table jobs add doubled integer generated always as (attempts * 3) stored;

-- a column becomes generated
alter table jobs drop ratio;
alter table jobs add ratio double precision generated always as (attempts / 2.0) stored;

-- a column gets a collation
alter table users alter name type varchar(80) collate "C";

-- a column gets a comment
comment on column users.name is 'As on the door';

-- the comment of a column changes
comment on column jobs.title is 'Hidden';

-- a column loses its comment
comment on column jobs.title is null;

-- a column gets a statistics target
alter table jobs alter title set statistics 1000;

-- a column gets another storage
alter table jobs alter title set storage external;

-- a column gets a compression (from 14)
alter table jobs alter title set compression pglz;

-- a column comes last
alter table jobs drop ratio;
alter table jobs add ratio double precision;

-- a primary key is dropped
alter table steps drop constraint steps_pkey;

-- a primary key gets other columns
alter table steps drop constraint steps_pkey;
alter table steps add constraint steps_pkey primary key (position, job_id);

-- a primary key is renamed
alter table steps rename constraint steps_pkey to pk_steps;

-- two primary keys change names
alter table steps rename constraint steps_pkey to k; alter table tags rename constraint tags_pkey to steps_pkey; alter table steps rename constraint k to tags_pkey;

-- a primary key gets a column to include
alter table steps drop constraint steps_pkey;
alter table steps add constraint steps_pkey primary key (job_id, position) include (name);

-- a table is clustered on its primary key
alter table users cluster on users_pkey;

-- a primary key is deferrable
alter table steps drop constraint steps_pkey;
alter table steps add constraint steps_pkey primary key (job_id, position) deferrable;

-- a unique constraint instead of a unique index
drop index tags_name_key;
alter table tags add constraint tags_name_key unique (name);

-- a unique constraint of another name instead of a unique index
drop index tags_name_key;
alter table tags add constraint one_name unique (name);

-- a deferrable unique constraint instead of a unique index
drop index tags_name_key;
alter table tags add constraint tags_name_key unique (name) deferrable initially deferred;

-- a unique constraint is added
alter table tags add constraint tags_once unique (id, name);

-- a foreign key is dropped
alter table jobs drop constraint jobs_user_id_fkey;

-- a foreign key is added
alter table steps add constraint steps_of_user foreign key (position) references users (id);

-- a foreign key does something else on delete
alter table jobs drop constraint jobs_user_id_fkey;
alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references users (id) on delete restrict on update cascade;

-- a foreign key does something else on update
alter table jobs drop constraint jobs_user_id_fkey;
alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update restrict;

-- a foreign key sets some columns to null (from 15)
alter table users drop constraint users_manager_id_fkey;
alter table users add constraint users_manager_id_fkey foreign key (manager_id) references users (id) on delete set null (manager_id) on update cascade;

-- a foreign key is deferrable
alter table jobs alter constraint jobs_user_id_fkey deferrable initially deferred;

-- a foreign key is not valid
alter table jobs drop constraint jobs_user_id_fkey;
alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update cascade not valid;

-- a foreign key matches in full
alter table jobs drop constraint jobs_user_id_fkey;
alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references users (id) match full on delete cascade on update cascade;

-- a foreign key matches in full and does something else
alter table jobs drop constraint jobs_user_id_fkey; alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references users (id) match full on delete restrict on update cascade;

-- a foreign key is renamed
alter table jobs rename constraint jobs_user_id_fkey to jobs_of_user;

-- a foreign key is renamed and does something else
alter table jobs drop constraint jobs_user_id_fkey; alter table jobs add constraint jobs_of_user foreign key (user_id) references users (id) on delete restrict on update cascade deferrable;

-- a foreign key points elsewhere
alter table jobs drop constraint jobs_user_id_fkey;
alter table jobs add constraint jobs_user_id_fkey foreign key (user_id) references tags (id) on delete cascade on update cascade;

-- a check is added
alter table users add constraint users_balance check (balance > -100);

-- a check is dropped
alter table jobs drop constraint jobs_attempts_positive;

-- a check says something else
alter table jobs drop constraint jobs_attempts_positive;
alter table jobs add constraint jobs_attempts_positive check (attempts >= 1);

-- a check is not valid
alter table jobs drop constraint jobs_attempts_positive;
alter table jobs add constraint jobs_attempts_positive check (attempts >= 0) not valid;

-- a check is not inherited
alter table jobs drop constraint jobs_attempts_positive;
alter table jobs add constraint jobs_attempts_positive check (attempts >= 0) no inherit;

-- a check is renamed
alter table jobs rename constraint jobs_attempts_positive to jobs_attempts_check;

-- an exclusion is dropped
alter table jobs drop constraint jobs_no_overlap;

-- an exclusion says something else
alter table jobs drop constraint jobs_no_overlap;
alter table jobs add constraint jobs_no_overlap exclude using gist (user_id with =, tsrange(created_at, finished_at) with -|-);

-- an exclusion is deferrable
alter table jobs drop constraint jobs_no_overlap;
alter table jobs add constraint jobs_no_overlap exclude using gist (user_id with =, tsrange(created_at, finished_at) with &&) deferrable;

-- an exclusion is added
alter table steps add constraint steps_alone exclude using gist (position with =, job_id with <>);

-- the triggers behind a foreign key are disabled
alter table jobs disable trigger all;

-- an enum value is added
alter type job_state add value 'PAUSED';

-- an enum value is added in the middle
alter type job_state add value 'PAUSED' after 'QUEUED';

-- an enum value is renamed
alter type job_state rename value 'DONE' to 'FINISHED';

-- an enum value that is a default is renamed
alter type job_state rename value 'QUEUED' to 'WAITING';

-- two enum values are renamed
alter type job_state rename value 'DONE' to 'ended well';
alter type job_state rename value 'FAILED' to 'BROKEN';

-- an enum value is removed
drop index jobs_queued, jobs_failed;
alter table jobs alter state drop default;
alter type job_state rename to old_state;
create type job_state as enum ('QUEUED', 'RUNNING', 'FAILED');
comment on type job_state is 'How a job stands';
alter table jobs alter state type job_state using state::text::job_state, alter state set default 'QUEUED';
drop type old_state;
create index jobs_queued on jobs (state) where state = 'QUEUED';
create index jobs_failed on jobs (state, created_at desc) include (title) where state = 'FAILED';

-- enum values change places
alter table billing.invoices alter currency drop default;
alter type billing."Currency" rename to old;
create type billing."Currency" as enum ('USD', 'EUR');
alter table billing.invoices alter currency type billing."Currency" using currency::text::billing."Currency", alter currency set default 'EUR';
drop type billing.old;

-- an enum type is added
create type mood as enum ('sad', 'ok');

-- an enum type and a column of it are added
create type prio as enum ('LOW', 'HIGH'); alter table steps add prio prio not null default 'LOW';

-- an enum type is renamed
alter type job_state rename to state_of_job;

-- a type moves to another schema
alter type billing."Currency" set schema public;

-- a type moves to a schema that is not ours
create schema old; alter type billing."Currency" set schema old;

-- the comment of an enum changes
comment on type job_state is 'Else';

-- a domain is added
create domain positive as integer check (value > 0);

-- a composite type is added
create type pair as (a integer, b text);

-- a range type is added
create type span as range (subtype = float8);

-- an extension is missing
drop extension pg_trgm cascade;

-- an extension is added
create extension tablefunc;

-- an extension moves
create schema ext;
alter extension citext set schema ext;

-- a schema is added
create schema reports;

-- a schema is renamed
alter schema billing rename to accounting;

-- a table is dropped
drop table steps;

-- a table that others point to is dropped
drop table users cascade;

-- a table is added
create table audit (id bigserial primary key, what text);

-- a table is renamed
alter table steps rename to stages;

-- a table that others point to is renamed
alter table users rename to people;

-- a table that others point to is renamed and gets a column
alter table tags rename to labels; alter table labels add colour text;

-- a table moves to another schema
alter table steps set schema billing;

-- a table is unlogged
alter table "_JobToTag" set unlogged;

-- a table inherits
create table things (id integer, name text);
alter table tags alter id set not null;
alter table tags inherit things;

-- row security is on
alter table users enable row level security;

-- row security is forced
alter table users force row level security;

-- row security has a policy
create policy own on users using (name = current_user);

-- a trigger is added
create function touch() returns trigger language plpgsql as $$begin return new; end$$;
create trigger touching before update on users for each row execute function touch();

-- a rule is added
create rule nothing as on delete to tags do instead nothing;

-- a table gets a comment
comment on table users is 'Who';

-- the comment of a table changes
comment on table jobs is 'What';

-- a table loses its comment
comment on table jobs is null;

-- a table gets a storage parameter
alter table jobs set (fillfactor = 70);

-- a table is vacuumed otherwise
alter table jobs set (autovacuum_enabled = false);

-- what a table stores apart is vacuumed otherwise
alter table jobs set (toast.autovacuum_enabled = false);

-- the replica identity is full
alter table jobs replica identity full;

-- the replica identity is an index
alter table tags replica identity using index tags_name_key;

-- the replica identity is the primary key
alter table users replica identity using index users_pkey;

-- statistics are added
create statistics jobs_stats on user_id, state from jobs;

-- a view is added
create view running as select j.id from jobs j join users u on u.id = j.user_id;

-- a materialized view is added
create materialized view counts as select count(*) as n from jobs;

-- a function is added
create function add(a integer, b integer) returns integer language sql as 'select a + b';

-- a procedure is added
create procedure nothing() language sql as 'select 1';

-- a table of many to many is dropped
drop table "_JobToTag";

-- a table of many to many has the key of Prisma 5
alter table "_JobToTag" drop constraint "_JobToTag_AB_pkey";
create unique index "_JobToTag_AB_unique" on "_JobToTag" ("A", "B");

-- a column of a table of many to many is renamed
alter table "_JobToTag" rename "A" to job;

-- a table of many to many loses its index
drop index "_JobToTag_B_index";

-- a view has the name of a table
alter table tags rename to labels;
create view tags as select * from labels;

-- a partition of nothing is added
create table events (at date) partition by range (at);
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');

-- the tables of migration tools are there
create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
create table flyway_schema_history (installed_rank integer primary key, version varchar(50), description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum integer, installed_by varchar(100) not null, installed_on timestamp not null default now(), execution_time integer not null, success boolean not null);
create index flyway_schema_history_s_idx on flyway_schema_history (success);
create schema drizzle;
create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);

-- maintenance changes nothing
insert into users (email) values ('a@b');
vacuum full;
reindex table users;
analyze;
cluster users using users_pkey;
alter table users set without cluster;
