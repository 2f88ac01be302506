-- Every sequence: on its own, owned by a column ('a') or inside an identity column ('i').
select c.oid,
       n.nspname as namespace,
       c.relname as name,
       c.relpersistence as persistence,
       t.typname as type_name,
       s.seqstart as start,
       s.seqincrement as increment,
       s.seqmin as minimum,
       s.seqmax as maximum,
       s.seqcache as cache,
       s.seqcycle as cycle,
       o.deptype as ownership,
       o.refobjid as owner_relation,
       o.refobjsubid as owner_position,
       rn.nspname as owner_namespace,
       r.relname as owner_table,
       a.attname as owner_column,
       'nextval(''' || replace(c.oid::regclass::text, '''', '''''') || '''::regclass)' as next_value,
       pg_get_userbyid(c.relowner) as owner,
       coalesce(c.relacl, acldefault('s', c.relowner))::text[] as grants,
       d.description as comment
from pg_class c
join pg_sequence s on s.seqrelid = c.oid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = s.seqtypid
left join pg_depend o
  on o.classid = 'pg_class'::regclass
  and o.objid = c.oid
  and o.objsubid = 0
  and o.refclassid = 'pg_class'::regclass
  and o.refobjsubid > 0
  and o.deptype in ('a', 'i')
left join pg_class r on r.oid = o.refobjid
left join pg_namespace rn on rn.oid = r.relnamespace
left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
left join pg_description d
  on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
where c.relnamespace = any (:namespaces)
  and c.relkind = 'S'
  and not exists (
    select from pg_depend x
    where x.classid = 'pg_class'::regclass
      and x.objid = c.oid
      and x.refclassid = 'pg_extension'::regclass
      and x.deptype = 'e')
