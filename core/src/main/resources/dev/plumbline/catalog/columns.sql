-- The columns of every relation and composite type. A plain default names no column, so that it is
-- deparsed without its table: opening a thousand tables costs more than all the rest.
select a.attrelid as relation,
       a.attnum as position,
       a.attname as name,
       a.atttypid as type,
       a.atttypmod as type_modifier,
       a.attndims as dimensions,
       tn.nspname as type_namespace,
       t.typname as type_name,
       en.nspname as element_namespace,
       e.typname as element_name,
       case when a.atttypmod >= 0 then
         format_type(coalesce(e.oid, t.oid), a.atttypmod)
       end as type_text,
       case when a.atttypmod >= 0 then
         format_type(coalesce(e.oid, t.oid), null)
       end as type_prefix,
       not a.attnotnull as nullable,
       case when v.adbin is not null then
         coalesce(
           pg_get_expr(v.adbin, case when a.attgenerated = '' then 0 else v.adrelid end), '')
       end as default_value,
       a.attidentity as identity,
       a.attgenerated as generated,
       con.nspname as collation_namespace,
       co.collname as collation_name,
       nullif(a.attstattarget, -1) as statistics_target,
       case when a.attstorage <> t.typstorage then a.attstorage end as storage,
       nullif(a.attcompression, '') as compression, -- from 14
       null as compression, -- before 14
       a.attoptions as options,
       a.attacl::text[] as grants,
       d.description as comment
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
join pg_namespace tn on tn.oid = t.typnamespace
left join pg_type e on e.oid = t.typelem and e.typarray = t.oid
left join pg_namespace en on en.oid = e.typnamespace
left join pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
left join pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
left join pg_namespace con on con.oid = co.collnamespace
left join pg_description d
  on d.classoid = 'pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum
where c.relnamespace = any (:namespaces)
  and c.relkind in ('r', 'p', 'v', 'm', 'c')
