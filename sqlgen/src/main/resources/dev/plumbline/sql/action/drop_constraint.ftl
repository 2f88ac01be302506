DROP CONSTRAINT<#if repeatable> IF EXISTS</#if> ${constraint.name}
