DROP INDEX<#if concurrently> CONCURRENTLY</#if> ${index}
