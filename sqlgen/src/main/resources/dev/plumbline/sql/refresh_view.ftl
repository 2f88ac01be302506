REFRESH MATERIALIZED VIEW ${view} WITH<#if !populate> NO</#if> DATA
