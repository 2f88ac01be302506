<#-- The line of a column in CREATE TABLE and ADD COLUMN. -->
<#macro line new>
<#local column = new.column>
${column.name} <#if new.serial>${serialOf(column.type)}<#else>${column.type}</#if><#rt>
<#if column.compression??> COMPRESSION ${word(column.compression)}</#if><#t>
<#if column.collation??> COLLATE ${column.collation}</#if><#t>
<#if !column.nullable> NOT NULL</#if><#t>
<#if column.generated??> GENERATED ALWAYS AS (${column.generated.expression}) <#if column.generated.stored>STORED<#else>VIRTUAL</#if></#if><#t>
<#if column.identity??> <@identity column.identity column.type/></#if><#t>
<#if !new.serial && column.defaultValue??> DEFAULT ${defaultOf(column.defaultValue, column.type)}</#if><#t>
</#macro>

<#macro identity identity type>
GENERATED <#if identity.always>ALWAYS<#else>BY DEFAULT</#if> AS IDENTITY<#rt>
<#local options = unusualOptions(identity.options, type)>
<#if options?markup_string != ""> (${options})</#if><#t>
</#macro>
