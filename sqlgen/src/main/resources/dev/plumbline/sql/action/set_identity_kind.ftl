ALTER COLUMN ${column} SET GENERATED <#if always>ALWAYS<#else>BY DEFAULT</#if>
