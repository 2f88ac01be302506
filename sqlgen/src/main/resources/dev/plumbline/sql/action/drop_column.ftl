DROP COLUMN<#if repeatable> IF EXISTS</#if> ${column}
