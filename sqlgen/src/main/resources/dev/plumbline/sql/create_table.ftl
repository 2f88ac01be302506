<#import "style.ftl" as style>
<#import "column.ftl" as column>
<#import "constraint.ftl" as constraint>
CREATE<#if table.persistence == "UNLOGGED"> UNLOGGED</#if> TABLE ${table.name}<#if table.partitionOf??> PARTITION OF ${table.partitionOf.parent}</#if><#rt>
<#if columns?has_content || constraints?has_content> (<#lt>
<#list columns as new>
    <@column.line new/><#if new?has_next || constraints?has_content>,</#if>
</#list>
<#if columns?has_content && constraints?has_content>

</#if>
<#list constraints as inline>
    <@constraint.line inline style.keyComma/><#sep>,</#sep>
</#list>
)<#rt>
<#elseif !table.partitionOf??>
 ()<#rt>
</#if>
<#if table.partitionOf??> ${table.partitionOf.bound}</#if><#t>
<#if table.inherits?has_content> INHERITS (<#list table.inherits as parent>${parent}<#sep>, </#list>)</#if><#t>
<#if table.partitioning??> PARTITION BY ${keyword(table.partitioning.strategy)} (${table.partitioning.key})</#if><#t>
<#if table.accessMethod??> USING ${word(table.accessMethod)}</#if><#t>
<#if table.storageParameters?has_content> WITH (${settings(table.storageParameters)})</#if><#t>
<#if table.tablespace??> TABLESPACE ${table.tablespace}</#if><#t>
