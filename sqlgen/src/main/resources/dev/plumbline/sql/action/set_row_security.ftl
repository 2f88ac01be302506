<#if enabled>ENABLE<#else>DISABLE</#if> ROW LEVEL SECURITY
