DROP TABLE<#if repeatable> IF EXISTS</#if> ${table}
