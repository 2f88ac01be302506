<#import "constraint.ftl" as constraint>
CREATE DOMAIN ${domain.name} AS ${domain.type}<#rt>
<#if domain.collation??> COLLATE ${domain.collation}</#if><#t>
<#if !domain.nullable> NOT NULL</#if><#t>
<#if domain.defaultValue??> DEFAULT ${defaultOf(domain.defaultValue, domain.type)}</#if><#t>
<#list checks as check> <@constraint.line check/></#list><#t>
