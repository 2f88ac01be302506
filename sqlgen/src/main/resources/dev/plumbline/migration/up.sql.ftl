<#macro comment lines>
<#list lines as line>
--<#if line?has_content> ${line}</#if>
</#list>
</#macro>
-- ${title}
<@comment lines=header/>
<#list parts as part>

<@comment lines=part.comment/>
<#list part.statements as statement>
${statement}
</#list>
</#list>
<#list unplanned as line>

-- ${line}
</#list>
