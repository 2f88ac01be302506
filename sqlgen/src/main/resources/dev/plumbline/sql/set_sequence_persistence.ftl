ALTER SEQUENCE ${sequence} SET <#if logged>LOGGED<#else>UNLOGGED</#if>
