ALTER <#if materialized>MATERIALIZED </#if>VIEW ${view} RESET (${settingNames(options)})
