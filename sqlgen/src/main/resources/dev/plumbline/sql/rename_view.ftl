ALTER <#if materialized>MATERIALIZED </#if>VIEW ${view} RENAME TO ${to}
