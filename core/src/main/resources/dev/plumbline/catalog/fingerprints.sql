-- One hash for each namespace whose name is like a pattern, of all that is in it. Two namespaces
-- that hold the same have the same hash: what names the namespace itself is left out, and so are
-- owners, privileges, the order of columns, and whatever only this server counts.
with managed as (
  select n.oid, n.nspname as name, quote_ident(n.nspname) || '.' as prefix
  from pg_namespace n
  where n.nspname like cast(? as text)
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
),
foreign_objects as (
  select d.classid, d.objid
  from pg_depend d
  where d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
),
relations as (
  select c.*
  from pg_class c
  join managed m on m.oid = c.relnamespace
  where c.relkind <> 't'
    and not exists (
      select from foreign_objects f
      where f.classid = 'pg_class'::regclass and f.objid = c.oid)
),
lines as (
  select m.oid as namespace, 'comment ' || d.description as line
  from managed m
  join pg_description d
    on d.classoid = 'pg_namespace'::regclass and d.objoid = m.oid and d.objsubid = 0
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'relation', c.relname, coalesce(a.amname, ''), coalesce(t.spcname, ''),
           to_jsonb(c)
             - '{oid,relname,relnamespace,reltype,reloftype,relowner,relam,relfilenode}'::text[]
             - '{reltablespace,relpages,reltuples,relallvisible,relallfrozen}'::text[]
             - '{reltoastrelid,relrewrite,relfrozenxid,relminmxid,relacl,relnatts}'::text[]
             - '{relhasindex,relhastriggers,relhasrules,relhassubclass,relpartbound}'::text[],
           (select o.reloptions::text from pg_class o where o.oid = c.reltoastrelid),
           pg_get_expr(c.relpartbound, c.oid),
           case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
           case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end,
           '/' || d.description)
  from relations c
  left join pg_description d
    on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
  left join pg_am a on a.oid = c.relam
  left join pg_tablespace t on t.oid = c.reltablespace
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, a.attstattarget,
           a.attislocal, a.attinhcount, a.attndims, a.attoptions::text, a.attfdwoptions::text,
           a.attcompression, -- from 14
           case
             when a.attcollation <> t.typcollation then a.attcollation::regcollation::text
           end,
           pg_get_expr(d.adbin, d.adrelid),
           '/' || e.description)
  from relations c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_description e
    on e.classoid = 'pg_class'::regclass and e.objoid = a.attrelid and e.objsubid = a.attnum
  where c.relkind not in ('i', 'I') or a.attstattarget >= 0
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready,
           i.indisclustered, i.indisreplident, i.indimmediate)
  from relations c
  join pg_index i on i.indexrelid = c.oid
  union all
  select k.connamespace,
         concat_ws(
           ' ', 'constraint', k.contype, k.conname, k.conrelid::regclass, k.contypid::regtype,
           pg_get_constraintdef(k.oid), k.convalidated, k.connoinherit, k.conislocal,
           '/' || d.description)
  from pg_constraint k
  join managed m on m.oid = k.connamespace
  left join pg_description d
    on d.classoid = 'pg_constraint'::regclass and d.objoid = k.oid and d.objsubid = 0
  where k.contype <> 'n' or not k.convalidated or k.connoinherit
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'sequence', c.relname, format_type(s.seqtypid, null),
           to_jsonb(s) - '{seqrelid,seqtypid}'::text[],
           d.refobjid::regclass, a.attname, d.deptype)
  from relations c
  join pg_sequence s on s.seqrelid = c.oid
  left join pg_depend d
    on d.classid = 'pg_class'::regclass
      and d.objid = c.oid
      and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  union all
  select c.relnamespace,
         concat_ws(' ', 'inherits', c.relname, h.inhparent::regclass, h.inhseqno)
  from relations c
  join pg_inherits h on h.inhrelid = c.oid
  union all
  select t.typnamespace,
         concat_ws(
           ' ', 'type', t.typname, t.typtype, t.typnotnull, t.typdefault,
           case when t.typbasetype <> 0 then format_type(t.typbasetype, t.typtypmod) end,
           case when t.typtype = 'd' then t.typcollation::regcollation::text end,
           (select string_agg(quote_literal(e.enumlabel), ',' order by e.enumsortorder)
            from pg_enum e
            where e.enumtypid = t.oid),
           (select r.rngsubtype::regtype::text from pg_range r where r.rngtypid = t.oid),
           obj_description(t.oid, 'pg_type'))
  from pg_type t
  join managed m on m.oid = t.typnamespace
  where t.typelem = 0
    and not exists (
      select from foreign_objects f
      where f.classid = 'pg_type'::regclass and f.objid = t.oid)
  union all
  select c.relnamespace,
         case
           when t.tgisinternal then
             concat_ws(' ', 'foreign key trigger', c.relname, t.tgenabled, t.tgtype)
           else
             concat_ws(
               ' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled,
               obj_description(t.oid, 'pg_trigger'))
         end
  from relations c
  join pg_trigger t on t.tgrelid = c.oid
  where not t.tgisinternal or t.tgenabled <> 'O'
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'rule', pg_get_ruledef(r.oid), r.ev_enabled, obj_description(r.oid, 'pg_rewrite'))
  from relations c
  join pg_rewrite r on r.ev_class = c.oid
  where r.rulename <> '_RETURN'
  union all
  select c.relnamespace,
         concat_ws(
           ' ', 'policy', c.relname, p.polname, p.polcmd, p.polpermissive,
           (select string_agg(
                     case when role = 0 then 'public' else pg_get_userbyid(role) end, ','
                     order by role)
            from unnest(p.polroles) as role),
           pg_get_expr(p.polqual, p.polrelid),
           pg_get_expr(p.polwithcheck, p.polrelid),
           obj_description(p.oid, 'pg_policy'))
  from relations c
  join pg_policy p on p.polrelid = c.oid
  union all
  select p.pronamespace,
         concat_ws(
           ' ', 'routine', p.oid::regprocedure,
           case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end,
           (select to_jsonb(a) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[]
            from pg_aggregate a
            where a.aggfnoid = p.oid),
           obj_description(p.oid, 'pg_proc'))
  from pg_proc p
  join managed m on m.oid = p.pronamespace
  where not exists (
    select from foreign_objects f
    where f.classid = 'pg_proc'::regclass and f.objid = p.oid)
  union all
  select s.stxnamespace, 'statistics ' || pg_get_statisticsobjdef(s.oid)
  from pg_statistic_ext s
  join managed m on m.oid = s.stxnamespace
  union all
  select o.namespace, concat_ws(' ', o.kind, o.name)
  from (
    select oprnamespace as namespace, 'operator' as kind, oid::regoperator::text as name
    from pg_operator
    union all
    select opcnamespace, 'operator class', opcname || ' ' || opcmethod from pg_opclass
    union all
    select opfnamespace, 'operator family', opfname || ' ' || opfmethod from pg_opfamily
    union all
    select collnamespace, 'collation', collname from pg_collation
    union all
    select connamespace, 'conversion', conname from pg_conversion
    union all
    select cfgnamespace, 'configuration', cfgname from pg_ts_config
    union all
    select dictnamespace, 'dictionary', dictname from pg_ts_dict
    union all
    select prsnamespace, 'parser', prsname from pg_ts_parser
    union all
    select tmplnamespace, 'template', tmplname from pg_ts_template
    union all
    select t.typnamespace, 'cast', format_type(s.oid, null) || ' ' || format_type(t.oid, null)
    from pg_cast c
    join pg_type s on s.oid = c.castsource
    join pg_type t on t.oid = c.casttarget
    union all
    select t.typnamespace, 'transform', format_type(t.oid, null) || ' ' || f.trflang
    from pg_transform f
    join pg_type t on t.oid = f.trftype) o
  join managed m on m.oid = o.namespace
)
select m.name,
       md5(coalesce(
         string_agg(
           replace(l.line, m.prefix, ''), E'\n' order by replace(l.line, m.prefix, '')),
         '')) as hash
from managed m
left join lines l on l.namespace = m.oid
group by m.oid, m.name
order by m.name
