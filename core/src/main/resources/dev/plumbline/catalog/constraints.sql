-- The constraints of tables and domains, without those that a parent hands down and without
-- Postgres 18's rows for NOT NULL.
select k.oid,
       k.conrelid as relation,
       k.contypid as domain,
       k.contype as kind,
       k.conname as name,
       k.conindid as index,
       k.conkey::text as columns,
       k.condeferrable as is_deferrable,
       k.condeferred as is_deferred,
       k.convalidated as is_valid,
       k.conenforced as is_enforced, -- from 18
       true as is_enforced, -- before 18
       k.conperiod as has_period, -- from 18
       false as has_period, -- before 18
       k.connoinherit as no_inherit,
       k.confrelid as target,
       fn.nspname as target_namespace,
       f.relname as target_name,
       k.confkey::text as target_columns,
       case when k.contype = 'f' and f.relnamespace <> all (:namespaces) then
         array(
           select a.attname::text
           from unnest(k.confkey) with ordinality as u (number, place)
           join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number
           order by u.place)
       end as foreign_column_names,
       k.confupdtype as on_update,
       k.confdeltype as on_delete,
       k.confmatchtype as match,
       k.confdelsetcols::text as set_columns, -- from 15
       null as set_columns, -- before 15
       case k.contype
         when 'c' then pg_get_expr(k.conbin, k.conrelid)
         when 'x' then pg_get_constraintdef(k.oid)
       end as definition,
       d.description as comment
from pg_constraint k
left join pg_class f on k.contype = 'f' and f.oid = k.confrelid
left join pg_namespace fn on fn.oid = f.relnamespace
left join pg_description d
  on d.classoid = 'pg_constraint'::regclass and d.objoid = k.oid and d.objsubid = 0
where k.connamespace = any (:namespaces)
  and k.contype in ('p', 'u', 'f', 'c', 'x')
  and k.conparentid = 0
  and (k.conislocal or k.coninhcount = 0)
