-- Tables, partitions, views and materialized views, each with what pg_class says of it.
select c.oid,
       c.relkind as kind,
       n.nspname as namespace,
       c.relname as name,
       c.relpersistence as persistence,
       a.amname as access_method,
       s.spcname as tablespace,
       c.relrowsecurity as row_security,
       c.relforcerowsecurity as row_security_forced,
       c.relreplident as replica_identity,
       c.relispopulated as populated,
       c.reloptions as options,
       toast.reloptions as toast_options,
       case when c.relkind = 'p' then coalesce(pg_get_partkeydef(c.oid), '') end as partition_key,
       case when c.relispartition then
         coalesce(pg_get_expr(c.relpartbound, c.oid), '')
       end as partition_bound,
       h.parents,
       h.parent_namespaces,
       h.parent_names,
       case when c.relkind in ('v', 'm') then
         coalesce(pg_get_viewdef(c.oid), '')
       end as definition,
       pg_get_userbyid(c.relowner) as owner,
       coalesce(c.relacl, acldefault('r', c.relowner))::text[] as grants,
       d.description as comment
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_am a on a.oid = c.relam and a.amname <> 'heap'
left join pg_tablespace s on s.oid = c.reltablespace
left join pg_class toast on toast.oid = c.reltoastrelid
left join (
  select i.inhrelid,
         array_agg(i.inhparent order by i.inhseqno) as parents,
         array_agg(pn.nspname::text order by i.inhseqno) as parent_namespaces,
         array_agg(p.relname::text order by i.inhseqno) as parent_names
  from pg_inherits i
  join pg_class p on p.oid = i.inhparent and p.relkind in ('r', 'p', 'f')
  join pg_namespace pn on pn.oid = p.relnamespace
  group by i.inhrelid) h
  on h.inhrelid = c.oid
left join pg_description d
  on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
where c.relnamespace = any (:namespaces)
  and c.relkind in ('r', 'p', 'v', 'm')
  and not exists (
    select from pg_depend x
    where x.classid = 'pg_class'::regclass
      and x.objid = c.oid
      and x.refclassid = 'pg_extension'::regclass
      and x.deptype = 'e')
