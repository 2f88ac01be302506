<#-- A constraint as CREATE TABLE, ADD CONSTRAINT and CREATE DOMAIN have it. -->
<#import "style.ftl" as style>
<#macro line constraint comma=", ">
CONSTRAINT ${constraint.name} <#rt>
<#switch constraint.kind()>
<#on "PRIMARY_KEY">
PRIMARY KEY<@key constraint comma/><#t>
<#on "UNIQUE">
UNIQUE<#if !constraint.nullsDistinct> NULLS NOT DISTINCT</#if><@key constraint comma/><#t>
<#on "FOREIGN_KEY">
<@foreignKey constraint/><#t>
<#on "CHECK">
CHECK (${constraint.expression})<#if constraint.noInherit> NO INHERIT</#if><#t>
<#on "EXCLUSION">
${constraint.definition}<#t>
</#switch>
<#if constraint.deferrability??><@deferrability constraint.deferrability/></#if><#t>
<#if constraint.validity??><#if constraint.validity == "NOT_VALID"> NOT VALID<#elseif constraint.validity == "NOT_ENFORCED"> NOT ENFORCED</#if></#if><#t>
</#macro>

<#macro key constraint comma>
 (${quoteAll(constraint.columns, comma)}<#if constraint.withoutOverlaps> WITHOUT OVERLAPS</#if>)<#rt>
<#if constraint.include?has_content> INCLUDE (${quoteAll(constraint.include, ", ")})</#if><#t>
<#if constraint.storageParameters?has_content> WITH (${settings(constraint.storageParameters)})</#if><#t>
</#macro>

<#macro foreignKey key>
FOREIGN KEY (<@columns key.columns key.period/>) REFERENCES ${key.target}${style.beforeColumns}(<@columns key.targetColumns key.period/>)<#rt>
<#if key.match != "SIMPLE"> MATCH ${key.match}</#if><#t>
 ON DELETE ${key.onDelete}<#if key.setColumns?has_content> (${quoteAll(key.setColumns, ", ")})</#if> ON UPDATE ${key.onUpdate}<#rt>
</#macro>

<#macro columns list period>
<#list list as column><#if period && column?is_last>PERIOD </#if>${column}<#sep>, </#list><#t>
</#macro>

<#macro deferrability when>
<#switch when>
<#on "NOT_DEFERRABLE">
<#on "INITIALLY_IMMEDIATE">
 DEFERRABLE<#rt>
<#on "INITIALLY_DEFERRED">
 DEFERRABLE INITIALLY DEFERRED<#rt>
</#switch>
</#macro>
