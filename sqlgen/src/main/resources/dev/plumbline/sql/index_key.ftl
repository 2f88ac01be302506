<#-- One key of an index. -->
<#macro line key>
<#if key.column??>${key.column}<#else>(${key.expression})</#if><#t>
<#local ordering = key.ordering>
<#if ordering.collation??> COLLATE ${ordering.collation}</#if><#t>
<#if ordering.operatorClass??><@operatorClass ordering.operatorClass/></#if><#t>
<#if ordering.descending> DESC<#elseif ordering.ascendingWritten> ASC</#if><#t>
<#if ordering.nullsFirst && !ordering.descending> NULLS FIRST</#if><#t>
<#if !ordering.nullsFirst && ordering.descending> NULLS LAST</#if><#t>
</#macro>

<#macro operatorClass class>
<#if class.parameters != ""> ${raw(class.name)} (${raw(class.parameters)})<#elseif !class.isDefault()> ${raw(class.name)}</#if><#t>
</#macro>
