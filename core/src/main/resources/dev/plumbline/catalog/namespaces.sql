-- The managed namespaces: those named, or all that are not the system's or an extension's.
select n.oid,
       n.nspname as name,
       pg_get_userbyid(n.nspowner) as owner,
       coalesce(n.nspacl, acldefault('n', n.nspowner))::text[] as grants,
       d.description as comment
from pg_namespace n
left join pg_description d
  on d.classoid = 'pg_namespace'::regclass and d.objoid = n.oid and d.objsubid = 0
where case
        when cast(? as boolean) then
          n.nspname !~ '^pg_'
          and n.nspname <> 'information_schema'
          and not exists (
            select from pg_depend e
            where e.classid = 'pg_namespace'::regclass
              and e.objid = n.oid
              and e.refclassid = 'pg_extension'::regclass
              and e.deptype = 'e')
        else n.nspname = any (cast(? as text[]))
      end
