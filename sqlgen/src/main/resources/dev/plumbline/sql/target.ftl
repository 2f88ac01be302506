<#-- How COMMENT ON, OWNER TO, GRANT and REVOKE name an object. -->
<#macro named target>
<#switch target.form>
<#on "NAMESPACE">
SCHEMA ${target.simpleName()}<#t>
<#on "EXTENSION">
EXTENSION ${target.simpleName()}<#t>
<#on "COLUMN">
COLUMN ${target.name()}.${target.part()}<#t>
<#on "CONSTRAINT", "POLICY", "TRIGGER", "RULE">
${target.form} ${target.part()} ON ${target.name()}<#t>
<#on "DOMAIN_CONSTRAINT">
CONSTRAINT ${target.part()} ON DOMAIN ${target.name()}<#t>
<#on "INDEX">
INDEX ${target.indexName()}<#t>
<#on "FUNCTION", "PROCEDURE", "AGGREGATE">
${target.form} ${target.name()}(${raw(target.part())})<#t>
<#on "TYPE", "DOMAIN", "SEQUENCE", "TABLE", "VIEW", "MATERIALIZED_VIEW">
${target.form} ${target.name()}<#t>
</#switch>
</#macro>

<#-- GRANT knows views as tables and aggregates as functions. -->
<#macro granted target>
<#switch target.form>
<#on "VIEW", "MATERIALIZED_VIEW">
TABLE ${target.name()}<#t>
<#on "AGGREGATE">
FUNCTION ${target.name()}(${raw(target.part())})<#t>
<#default>
<@named target/><#t>
</#switch>
</#macro>

<#macro privileges list columns>
<#list list as privilege>${keyword(privilege)}<#if columns?has_content> (${quoteAll(columns, ", ")})</#if><#sep>, </#list><#t>
</#macro>
