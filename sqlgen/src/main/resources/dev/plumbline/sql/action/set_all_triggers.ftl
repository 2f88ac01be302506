<#if enabled>ENABLE<#else>DISABLE</#if> TRIGGER ALL
