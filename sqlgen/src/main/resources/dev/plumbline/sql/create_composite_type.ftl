CREATE TYPE ${type.name} AS (
<#list type.attributes as attribute>
    ${attribute.name} ${attribute.type}<#if attribute.collation??> COLLATE ${attribute.collation}</#if><#sep>,</#sep>
</#list>
)
