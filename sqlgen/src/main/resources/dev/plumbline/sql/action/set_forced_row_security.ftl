<#if !forced>NO </#if>FORCE ROW LEVEL SECURITY
