<#import "index_definition.ftl" as definition>
<#assign block>

BEGIN
  CREATE TEMPORARY TABLE plumb_twin (LIKE ${table});
  CREATE<#if index.unique> UNIQUE</#if> INDEX plumb_twin_index ON pg_temp.plumb_twin<#rt>
<@definition.of index/><#lt>;
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_index i, pg_catalog.pg_index twin
    WHERE i.indexrelid = pg_catalog.to_regclass(${nameLiteral(name)})
      AND i.indrelid = pg_catalog.to_regclass(${nameLiteral(table)})
      AND twin.indexrelid = pg_catalog.to_regclass('pg_temp.plumb_twin_index')
      AND i.indisvalid AND i.indisunique = twin.indisunique
      AND split_part(pg_catalog.pg_get_indexdef(i.indexrelid), ' USING ', 2)
        = split_part(pg_catalog.pg_get_indexdef(twin.indexrelid), ' USING ', 2)
  ) THEN
    RAISE EXCEPTION 'index % is there already, and it is invalid or another one', ${literal(index.name)}
      USING HINT = 'Drop it, and run this again.';
  END IF;
  DROP TABLE pg_temp.plumb_twin;
END
</#assign>
DO ${dollarQuoted(block)}
