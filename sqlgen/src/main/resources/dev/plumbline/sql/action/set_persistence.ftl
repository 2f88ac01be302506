SET <#if logged>LOGGED<#else>UNLOGGED</#if>
