-- Whatever else lives in the managed namespaces, and every state of a known object that its record
-- has no word for. What an extension ('e') or another object ('i') brought along is their business.
with member as (
  select x.classid, x.objid
  from pg_depend x
  where x.refclassid = 'pg_extension'::regclass and x.deptype = 'e'
  union all
  select x.classid, x.objid
  from pg_depend x
  where x.classid = 'pg_cast'::regclass and x.deptype = 'i')
select f.kind, n.nspname as namespace, f.name
from (
  select 'foreign table' as kind, c.relnamespace as namespace, c.relname::text as name,
         'pg_class'::regclass as catalog, c.oid
  from pg_class c
  where c.relkind = 'f'
  union all
  select 'typed table', c.relnamespace, c.relname::text, 'pg_class'::regclass, c.oid
  from pg_class c
  where c.reloftype <> 0
  union all
  select 'pending detach of a partition', c.relnamespace, c.relname::text, -- from 14
         'pg_class'::regclass, c.oid -- from 14
  from pg_inherits i -- from 14
  join pg_class c on c.oid = i.inhrelid -- from 14
  where i.inhdetachpending -- from 14
  union all -- from 14
  select case t.typtype when 'r' then 'range type' when 'b' then 'base type' else 'shell type' end,
         t.typnamespace, t.typname::text, 'pg_type'::regclass, t.oid
  from pg_type t
  where t.typtype = 'r'
    or t.typtype = 'b'
      and not exists (select from pg_type e where e.oid = t.typelem and e.typarray = t.oid)
    or t.typtype = 'p' and not t.typisdefined
  union all
  select 'operator', o.oprnamespace,
         format('%s (%s, %s)', o.oprname,
           case when o.oprleft = 0 then 'none' else format_type(o.oprleft, null) end,
           format_type(o.oprright, null)),
         'pg_operator'::regclass, o.oid
  from pg_operator o
  union all
  select 'operator class', o.opcnamespace, format('%s USING %s', o.opcname, m.amname),
         'pg_opclass'::regclass, o.oid
  from pg_opclass o
  join pg_am m on m.oid = o.opcmethod
  union all
  select 'operator family', o.opfnamespace, format('%s USING %s', o.opfname, m.amname),
         'pg_opfamily'::regclass, o.oid
  from pg_opfamily o
  join pg_am m on m.oid = o.opfmethod
  union all
  select 'collation', o.collnamespace, o.collname::text, 'pg_collation'::regclass, o.oid
  from pg_collation o
  union all
  select 'conversion', o.connamespace, o.conname::text, 'pg_conversion'::regclass, o.oid
  from pg_conversion o
  union all
  select 'text search configuration', o.cfgnamespace, o.cfgname::text,
         'pg_ts_config'::regclass, o.oid
  from pg_ts_config o
  union all
  select 'text search dictionary', o.dictnamespace, o.dictname::text, 'pg_ts_dict'::regclass, o.oid
  from pg_ts_dict o
  union all
  select 'text search parser', o.prsnamespace, o.prsname::text, 'pg_ts_parser'::regclass, o.oid
  from pg_ts_parser o
  union all
  select 'text search template', o.tmplnamespace, o.tmplname::text,
         'pg_ts_template'::regclass, o.oid
  from pg_ts_template o
  union all
  select 'statistics object', o.stxnamespace, o.stxname::text, 'pg_statistic_ext'::regclass, o.oid
  from pg_statistic_ext o
  union all
  select 'default privileges', o.defaclnamespace,
         format('of %s for %s', pg_get_userbyid(o.defaclrole),
           case o.defaclobjtype
             when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'routines'
             when 'T' then 'types' when 'n' then 'schemas' else o.defaclobjtype::text end),
         'pg_default_acl'::regclass, o.oid
  from pg_default_acl o
  union all
  select 'cast', t.typnamespace,
         format('%s AS %s', format_type(o.castsource, null), format_type(o.casttarget, null)),
         'pg_cast'::regclass, o.oid
  from pg_cast o
  join pg_type s on s.oid = o.castsource
  join pg_type t
    on t.oid = case when s.typnamespace = any (:namespaces) then s.oid else o.casttarget end
  union all
  select 'transform', t.typnamespace,
         format('FOR %s LANGUAGE %s', format_type(o.trftype, null), l.lanname),
         'pg_transform'::regclass, o.oid
  from pg_transform o
  join pg_type t on t.oid = o.trftype
  join pg_language l on l.oid = o.trflang
  union all
  select 'not-null constraint that is ' -- from 18
           || case when o.convalidated then 'not inherited' else 'not valid' end, -- from 18
         o.connamespace, format('%s.%s', c.relname, a.attname), -- from 18
         'pg_constraint'::regclass, o.oid -- from 18
  from pg_constraint o -- from 18
  join pg_class c on c.oid = o.conrelid -- from 18
  join pg_attribute a on a.attrelid = c.oid and a.attnum = any (o.conkey) -- from 18
  where o.contype = 'n' and (not o.convalidated or o.connoinherit) -- from 18
    and (o.conislocal or o.coninhcount = 0) -- from 18
  union all -- from 18
  select 'dependence on extension ' || x.extname,
         coalesce(c.relnamespace, p.pronamespace, tc.relnamespace),
         coalesce(c.relname, p.proname, t.tgname)::text, d.classid, d.objid
  from pg_depend d
  join pg_extension x on x.oid = d.refobjid
  left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
  left join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
  left join pg_trigger t on d.classid = 'pg_trigger'::regclass and t.oid = d.objid
  left join pg_class tc on tc.oid = t.tgrelid
  where d.refclassid = 'pg_extension'::regclass and d.deptype = 'x') f
join pg_namespace n on n.oid = f.namespace
where f.namespace = any (:namespaces)
  and not exists (
    select from member m where m.classid = f.catalog and m.objid = f.oid)
