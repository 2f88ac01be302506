DROP SEQUENCE<#if repeatable> IF EXISTS</#if> ${sequence}
