<#import "index_definition.ftl" as definition>
CREATE<#if index.unique> UNIQUE</#if> INDEX<#if concurrently> CONCURRENTLY</#if><#if repeatable> IF NOT EXISTS</#if> ${index.name} ON ${table}<#rt>
<@definition.of index/>
