ALTER <#if materialized>MATERIALIZED </#if>VIEW ${view} SET SCHEMA ${namespace}
