-- Takes back: ${title}
<#list header as line>
--<#if line?has_content> ${line}</#if>
</#list>

${script}
