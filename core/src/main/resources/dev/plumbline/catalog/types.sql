-- Enums, domains and the composite types that CREATE TYPE made.
select t.oid,
       t.typtype as kind,
       n.nspname as namespace,
       t.typname as name,
       t.typrelid as relation,
       case when t.typtype = 'e' then
         array(
           select v.enumlabel::text
           from pg_enum v
           where v.enumtypid = t.oid
           order by v.enumsortorder)
       end as labels,
       b.oid as type,
       t.typtypmod as type_modifier,
       t.typndims as dimensions,
       bn.nspname as type_namespace,
       b.typname as type_name,
       en.nspname as element_namespace,
       e.typname as element_name,
       case when t.typtypmod >= 0 then
         format_type(coalesce(e.oid, b.oid), t.typtypmod)
       end as type_text,
       case when t.typtypmod >= 0 then
         format_type(coalesce(e.oid, b.oid), null)
       end as type_prefix,
       not t.typnotnull as nullable,
       case when t.typdefaultbin is not null then
         coalesce(pg_get_expr(t.typdefaultbin, 0), '')
       end as default_value,
       con.nspname as collation_namespace,
       co.collname as collation_name,
       pg_get_userbyid(t.typowner) as owner,
       coalesce(t.typacl, acldefault('T', t.typowner))::text[] as grants,
       d.description as comment
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
left join pg_class c on c.oid = t.typrelid
left join pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
left join pg_namespace bn on bn.oid = b.typnamespace
left join pg_type e on e.oid = b.typelem and e.typarray = b.oid
left join pg_namespace en on en.oid = e.typnamespace
left join pg_collation co on co.oid = t.typcollation and t.typcollation <> b.typcollation
left join pg_namespace con on con.oid = co.collnamespace
left join pg_description d
  on d.classoid = 'pg_type'::regclass and d.objoid = t.oid and d.objsubid = 0
where t.typnamespace = any (:namespaces)
  and (t.typtype in ('e', 'd') or t.typtype = 'c' and c.relkind = 'c')
  and not exists (
    select from pg_depend x
    where x.classid = 'pg_type'::regclass
      and x.objid = t.oid
      and x.refclassid = 'pg_extension'::regclass
      and x.deptype = 'e')
