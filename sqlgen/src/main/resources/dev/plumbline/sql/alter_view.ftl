ALTER <#if materialized>MATERIALIZED </#if>VIEW ${view} ${actions[0]}
