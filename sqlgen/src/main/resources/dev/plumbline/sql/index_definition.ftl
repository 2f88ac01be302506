<#import "style.ftl" as style>
<#import "index_key.ftl" as key>
<#-- What follows the table. -->
<#macro of index>
<#if index.method != "btree"> USING ${style.methodOf(index.method)} <#else>${style.beforeColumns}</#if><#t>
(<#list index.keys as each><@key.line each/><#sep>, </#list>)<#t>
<#if index.include?has_content> INCLUDE (${quoteAll(index.include, ", ")})</#if><#t>
<#if !index.nullsDistinct> NULLS NOT DISTINCT</#if><#t>
<#if index.storageParameters?has_content> WITH (${settings(index.storageParameters)})</#if><#t>
<#if index.tablespace??> TABLESPACE ${index.tablespace}</#if><#t>
<#if index.predicate??> WHERE ${style.predicateOf(index.predicate)}</#if><#t>
</#macro>
