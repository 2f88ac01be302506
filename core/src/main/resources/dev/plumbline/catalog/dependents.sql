-- What stands in the way when objects go, whatever its kind and its namespace: all that needs one
-- of them, or something that goes with it, and would not go by itself.
with recursive asked as (
  select a.kind, n.oid as namespace, a.name, a.part, a.place
  from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
    with ordinality as a (kind, namespace, name, part, place)
  left join pg_namespace n on n.nspname = a.namespace
  where n.oid is not null or a.kind = 'EXTENSION'
),
named as (
  select a.place, 'pg_class'::regclass::oid as catalog, c.oid, 0 as column_number
  from asked a
  join pg_class c
    on c.relnamespace = a.namespace
    and c.relname = case when a.kind = 'INDEX' then a.part else a.name end
  where a.kind in ('TABLE', 'VIEW', 'MATERIALIZED_VIEW', 'SEQUENCE', 'INDEX')
  union all
  select a.place, 'pg_class'::regclass::oid, c.oid, t.attnum
  from asked a
  join pg_class c on c.relnamespace = a.namespace and c.relname = a.name
  join pg_attribute t on t.attrelid = c.oid and t.attname = a.part and not t.attisdropped
  where a.kind = 'COLUMN'
  union all
  select a.place, 'pg_constraint'::regclass::oid, k.oid, 0
  from asked a
  join pg_class c on c.relnamespace = a.namespace and c.relname = a.name
  join pg_constraint k on k.conrelid = c.oid and k.conname = a.part
  where a.kind in ('PRIMARY_KEY', 'UNIQUE')
  union all
  select a.place, 'pg_type'::regclass::oid, t.oid, 0
  from asked a
  join pg_type t on t.typnamespace = a.namespace and t.typname = a.name
  where a.kind in ('ENUM', 'DOMAIN', 'COMPOSITE_TYPE')
  union all
  select a.place, 'pg_proc'::regclass::oid, p.oid, 0
  from asked a
  join pg_proc p
    on p.pronamespace = a.namespace
    and p.proname = a.name
    and pg_get_function_identity_arguments(p.oid) = a.part
  where a.kind = 'ROUTINE'
  union all
  select a.place, 'pg_namespace'::regclass::oid, a.namespace, 0
  from asked a
  where a.kind = 'NAMESPACE'
  union all
  select a.place, 'pg_extension'::regclass::oid, e.oid, 0
  from asked a
  join pg_extension e on e.extname = a.name
  where a.kind = 'EXTENSION'
),
going as (
  select m.place, m.catalog, m.oid, m.column_number
  from named m
  union
  select g.place, d.classid, d.objid, d.objsubid
  from going g
  join pg_depend d
    on d.refclassid = g.catalog
    and d.refobjid = g.oid
    and (g.column_number = 0 or d.refobjsubid = g.column_number)
  where d.deptype <> 'n'
),
needing as (
  select distinct g.place,
         case
           when r.rulename = '_RETURN' or f.oid is not null then 'pg_class'::regclass::oid
           else d.classid
         end as catalog,
         case when r.rulename = '_RETURN' then r.ev_class else coalesce(f.adrelid, d.objid) end
           as oid,
         coalesce(f.adnum, d.objsubid) as column_number
  from going g
  join pg_depend d
    on d.refclassid = g.catalog
    and d.refobjid = g.oid
    and (g.column_number = 0 or d.refobjsubid = g.column_number)
    and d.deptype = 'n'
  left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
  left join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and f.oid = d.objid
),
left_over as (
  select w.*
  from needing w
  left join going g
    on g.place = w.place
    and g.catalog = w.catalog
    and g.oid = w.oid
    and g.column_number in (0, w.column_number)
  where g.oid is null
),
placed as (
  select w.*,
         coalesce(x.indrelid, c.oid, r.ev_class, nullif(k.conrelid, 0), t.tgrelid, p.polrelid)
           as relation,
         coalesce(y.oid, nullif(k.contypid, 0)) as type,
         f.oid as routine,
         coalesce(case when x.indrelid is not null then c.relname end, a.attname, r.rulename,
                  k.conname, t.tgname, p.polname)::text as part
  from left_over w
  left join pg_class c on w.catalog = 'pg_class'::regclass and c.oid = w.oid
  left join pg_index x on w.catalog = 'pg_class'::regclass and x.indexrelid = w.oid
  left join pg_attribute a
    on w.catalog = 'pg_class'::regclass
    and a.attrelid = w.oid
    and a.attnum = w.column_number
    and w.column_number > 0
  left join pg_rewrite r on w.catalog = 'pg_rewrite'::regclass and r.oid = w.oid
  left join pg_constraint k on w.catalog = 'pg_constraint'::regclass and k.oid = w.oid
  left join pg_trigger t on w.catalog = 'pg_trigger'::regclass and t.oid = w.oid
  left join pg_policy p on w.catalog = 'pg_policy'::regclass and p.oid = w.oid
  left join pg_type y on w.catalog = 'pg_type'::regclass and y.oid = w.oid
  left join pg_proc f on w.catalog = 'pg_proc'::regclass and f.oid = w.oid
)
select w.place,
       n.nspname as namespace,
       coalesce(c.relname, y.typname, f.proname)::text as name,
       coalesce(w.part, pg_get_function_identity_arguments(f.oid)) as part,
       i.type as kind,
       i.identity as identity
from placed w
left join pg_class c on c.oid = w.relation
left join pg_type y on y.oid = w.type
left join pg_proc f on f.oid = w.routine
left join pg_namespace n on n.oid = coalesce(c.relnamespace, y.typnamespace, f.pronamespace)
cross join lateral pg_identify_object(w.catalog, w.oid, w.column_number) i
where i.identity is not null
order by w.place, i.type, i.identity
