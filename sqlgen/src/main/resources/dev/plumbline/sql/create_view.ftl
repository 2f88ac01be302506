CREATE <#if replace>OR REPLACE </#if><#if view.materialized>MATERIALIZED </#if>VIEW ${view.name}<#rt>
<#if view.accessMethod??> USING ${word(view.accessMethod)}</#if><#t>
<#if view.options?has_content> WITH (${settings(view.options)})</#if><#t>
<#if view.tablespace??> TABLESPACE ${view.tablespace}</#if> AS
${view.definition}<#if !view.populated && view.materialized> WITH NO DATA</#if>
