-- What everything.sql makes and no plan does: roles, what lies outside its namespaces, and objects of
-- the kinds that no record describes but others use.

do $$ begin create role plumb_owner; exception when duplicate_object then null; end $$;
do $$ begin create role "plumb reader"; exception when duplicate_object then null; end $$;
do $$ begin create role plumb_writer; exception when duplicate_object then null; end $$;

create schema app;
create schema elsewhere;
create schema ext;
create access method plumb_heap type table handler heap_tableam_handler;
create collation app.numeric_order (provider = icu, locale = 'en-u-kn-true');
create table elsewhere.remote (a int, "B" text, primary key (a, "B"));
