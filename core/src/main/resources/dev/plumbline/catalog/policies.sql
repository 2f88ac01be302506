-- Row security policies. Role 0 is everybody.
select p.polrelid as relation,
       p.polname as name,
       p.polpermissive as is_permissive,
       p.polcmd as command,
       array(
         select case when r.role = 0 then 'public' else pg_get_userbyid(r.role)::text end
         from unnest(p.polroles) as r (role)) as roles,
       case when p.polqual is not null then
         coalesce(pg_get_expr(p.polqual, p.polrelid), '')
       end as using_expression,
       case when p.polwithcheck is not null then
         coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
       end as check_expression,
       d.description as comment
from pg_policy p
join pg_class c on c.oid = p.polrelid
left join pg_description d
  on d.classoid = 'pg_policy'::regclass and d.objoid = p.oid and d.objsubid = 0
where c.relnamespace = any (:namespaces)
