-- The names that pg_index.indclass stands for.
select o.oid,
       o.opcname as name,
       o.opcdefault as is_default
from pg_opclass o
