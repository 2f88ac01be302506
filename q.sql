begin; set local search_path=pg_catalog,pg_temp; set local jit=off; set local enable_nestloop=off; explain (analyze, costs off, timing on) 
-- Every index, also those of constraints. The vectors run over the key columns. The definition,
-- which is dear, is asked for where the catalog alone cannot tell whether Postgres would have taken
-- an operator class or a collation anyway.
with doubtful as (
  select distinct i.indexrelid
  from pg_index i
  cross join lateral unnest(i.indclass::oid[], i.indcollation::oid[], i.indkey::int2[])
    as k (operator_class, collation_oid, position)
  join pg_opclass o on o.oid = k.operator_class
  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.position
  where a.attnum is null
    or k.collation_oid <> a.attcollation
    or o.opcdefault and o.opcintype <> a.atttypid)
select i.indexrelid as oid,
       i.indrelid as relation,
       c.relname as name,
       m.amname as method,
       i.indnkeyatts as key_count,
       i.indkey::text as keys,
       i.indoption::text as key_options,
       i.indclass::text as operator_classes,
       case when i.indexprs is not null then
         array(
           select coalesce(pg_get_indexdef(i.indexrelid, k, false), '')
           from generate_series(1, i.indnkeyatts) k
           where i.indkey[k - 1] = 0
           order by k)
       end as expressions,
       h.positions as option_positions,
       h.options as key_parameters,
       h.statistics as key_statistics,
       case when q.indexrelid is not null then
         coalesce(pg_get_indexdef(i.indexrelid), '')
       end as definition,
       case when i.indpred is not null then
         coalesce(pg_get_expr(i.indpred, i.indrelid), '')
       end as predicate,
       i.indisunique as is_unique,
       i.indnullsnotdistinct as nulls_not_distinct, -- from 15
       i.indisvalid as is_valid,
       i.indisready and i.indislive as is_ready,
       i.indisclustered as is_clustered,
       i.indisreplident as is_replica_identity,
       c.relispartition as inherited,
       c.reloptions as options,
       s.spcname as tablespace,
       d.description as comment
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_am m on m.oid = c.relam
left join pg_tablespace s on s.oid = c.reltablespace
left join (
  select a.attrelid,
         array_agg(a.attnum order by a.attnum) as positions,
         array_agg(array_to_string(a.attoptions, ',') order by a.attnum) as options,
         array_agg(nullif(a.attstattarget, -1) order by a.attnum) as statistics
  from pg_attribute a
  join pg_class ac on ac.oid = a.attrelid and ac.relkind in ('i', 'I')
  where a.attoptions is not null or a.attstattarget >= 0 and a.attnum > 0
  group by a.attrelid) h
  on h.attrelid = i.indexrelid
left join doubtful q on q.indexrelid = i.indexrelid
left join pg_description d
  on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
where c.relnamespace = any (array[2200]::oid[])
  and c.relkind in ('i', 'I')
; commit;
