<#if batched>
<#assign block>

DECLARE
  page bigint := 0;
  pages bigint := pg_catalog.pg_relation_size(${nameLiteral(table)}::regclass)
    / current_setting('block_size')::bigint;
BEGIN
  WHILE page <= pages LOOP
    UPDATE ${table} SET ${column} = (${expression})
    WHERE ${column} IS NULL AND (${expression}) IS NOT NULL
      AND ctid >= format('(%s,0)', page)::tid AND ctid < format('(%s,0)', page + 200)::tid;
    COMMIT;
    page := page + 200;
  END LOOP;
  UPDATE ${table} SET ${column} = (${expression}) WHERE ${column} IS NULL AND (${expression}) IS NOT NULL;
END
</#assign>
DO ${dollarQuoted(block)}
<#else>
UPDATE ${table} SET ${column} = (${expression}) WHERE ${column} IS NULL
</#if>
