ALTER DOMAIN ${domain} <#if nullable>DROP<#else>SET</#if> NOT NULL
