DROP INDEX<#if concurrently> CONCURRENTLY</#if><#if repeatable> IF EXISTS</#if> ${index}
