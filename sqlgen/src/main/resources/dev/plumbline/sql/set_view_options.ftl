ALTER <#if materialized>MATERIALIZED </#if>VIEW ${view} SET (${settings(options)})
