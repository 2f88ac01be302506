DROP TYPE<#if repeatable> IF EXISTS</#if> ${type}
