-- The extensions of the database, wherever their objects live. The comment that the extension's
-- own control file gives is no news.
select x.extname as name,
       n.nspname as namespace,
       x.extversion as version,
       nullif(d.description, a.comment) as comment
from pg_extension x
join pg_namespace n on n.oid = x.extnamespace
left join pg_description d
  on d.classoid = 'pg_extension'::regclass and d.objoid = x.oid and d.objsubid = 0
left join pg_available_extensions() a on a.name = x.extname
where x.extname <> 'plpgsql'
