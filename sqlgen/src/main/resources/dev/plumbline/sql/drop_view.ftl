DROP <#if materialized>MATERIALIZED </#if>VIEW ${view}
