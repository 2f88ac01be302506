DROP <#if materialized>MATERIALIZED </#if>VIEW<#if repeatable> IF EXISTS</#if> ${view}
