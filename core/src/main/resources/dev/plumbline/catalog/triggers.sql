-- Triggers and rules ('trigger', 'rule'), and the tables whose hidden constraint triggers somebody
-- switched off ('hidden'). A partition's copy of a trigger is listed when it fires otherwise.
select 'trigger' as kind,
       t.tgrelid as relation,
       t.tgname as name,
       pg_get_triggerdef(t.oid, false) as definition,
       t.tgenabled as state,
       d.description as comment
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
left join pg_constraint k on k.oid = t.tgconstraint
left join pg_trigger p on p.oid = t.tgparentid
left join pg_description d
  on d.classoid = 'pg_trigger'::regclass and d.objoid = t.oid and d.objsubid = 0
where c.relnamespace = any (:namespaces)
  and (t.tgconstraint = 0 or k.contype = 't')
  and (p.oid is null and not t.tgisinternal or p.tgenabled <> t.tgenabled)
union all
select distinct 'hidden', t.tgrelid, null::name, null, null::"char", null
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_constraint k on k.oid = t.tgconstraint
where c.relnamespace = any (:namespaces)
  and t.tgisinternal
  and t.tgenabled <> 'O'
  and k.contype <> 't'
union all
select 'rule', r.ev_class, r.rulename, pg_get_ruledef(r.oid, false), r.ev_enabled, d.description
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
left join pg_description d
  on d.classoid = 'pg_rewrite'::regclass and d.objoid = r.oid and d.objsubid = 0
where c.relnamespace = any (:namespaces)
  and not (r.rulename = '_RETURN' and r.ev_type = '1')
