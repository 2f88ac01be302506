CREATE <#if replace>OR REPLACE </#if><#if view.materialized>MATERIALIZED </#if>VIEW ${view.name}<#if view.options?has_content> WITH (${settings(view.options)})</#if> AS
${view.definition}<#if !view.populated && view.materialized> WITH NO DATA</#if>
