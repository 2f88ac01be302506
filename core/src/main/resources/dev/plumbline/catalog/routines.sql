-- Functions, procedures, aggregates and window functions, without those that an extension ('e') or
-- a range type ('i') brought along. Postgres deparses all but the aggregates.
select n.nspname as namespace,
       p.proname as name,
       p.prokind as kind,
       pg_get_function_identity_arguments(p.oid) as arguments,
       case when p.prokind <> 'a' then pg_get_functiondef(p.oid)
       else
         concat_ws(E'\n',
           format('CREATE AGGREGATE %I.%I(%s) (',
             n.nspname, p.proname, pg_get_function_arguments(p.oid)),
           format('  SFUNC = %s,', a.aggtransfn),
           format('  STYPE = %s,', format_type(a.aggtranstype, null)),
           case when a.aggtransspace <> 0 then format('  SSPACE = %s,', a.aggtransspace) end,
           case when a.agginitval is not null then format('  INITCOND = %L,', a.agginitval) end,
           case when a.aggfinalfn <> 0 then
             format('  FINALFUNC = %s,', a.aggfinalfn) end,
           case when a.aggfinalextra then '  FINALFUNC_EXTRA,' end,
           format('  FINALFUNC_MODIFY = %s,',
             case a.aggfinalmodify
               when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end),
           case when a.aggcombinefn <> 0 then
             format('  COMBINEFUNC = %s,', a.aggcombinefn) end,
           case when a.aggserialfn <> 0 then
             format('  SERIALFUNC = %s,', a.aggserialfn) end,
           case when a.aggdeserialfn <> 0 then
             format('  DESERIALFUNC = %s,', a.aggdeserialfn) end,
           case when a.aggmtransfn <> 0 then
             concat_ws(E'\n',
               format('  MSFUNC = %s,', a.aggmtransfn),
               format('  MINVFUNC = %s,', a.aggminvtransfn),
               format('  MSTYPE = %s,', format_type(a.aggmtranstype, null)),
               case when a.aggmtransspace <> 0 then
                 format('  MSSPACE = %s,', a.aggmtransspace) end,
               case when a.aggminitval is not null then
                 format('  MINITCOND = %L,', a.aggminitval) end,
               case when a.aggmfinalfn <> 0 then
                 format('  MFINALFUNC = %s,', a.aggmfinalfn) end,
               case when a.aggmfinalextra then '  MFINALFUNC_EXTRA,' end,
               format('  MFINALFUNC_MODIFY = %s,',
                 case a.aggmfinalmodify
                   when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end))
           end,
           case when a.aggsortop <> 0 then
             (select format('  SORTOP = OPERATOR(%I.%s),', sn.nspname, s.oprname)
              from pg_operator s
              join pg_namespace sn on sn.oid = s.oprnamespace
              where s.oid = a.aggsortop) end,
           case when a.aggkind = 'h' then '  HYPOTHETICAL,' end,
           format('  PARALLEL = %s',
             case p.proparallel
               when 's' then 'SAFE' when 'r' then 'RESTRICTED' else 'UNSAFE' end),
           ')')
       end as definition,
       pg_get_userbyid(p.proowner) as owner,
       coalesce(p.proacl, acldefault('f', p.proowner))::text[] as grants,
       d.description as comment
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
left join pg_aggregate a on a.aggfnoid = p.oid
left join pg_description d
  on d.classoid = 'pg_proc'::regclass and d.objoid = p.oid and d.objsubid = 0
where p.pronamespace = any (:namespaces)
  and not exists (
    select from pg_depend x
    where x.classid = 'pg_proc'::regclass
      and x.objid = p.oid
      and x.deptype in ('e', 'i'))
