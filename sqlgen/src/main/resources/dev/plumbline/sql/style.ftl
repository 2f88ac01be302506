<#-- Where the styles differ by a blank or a word. This is our own. -->
<#assign keyComma = ", ">
<#assign beforeColumns = raw(" ")>
<#assign betweenActions = raw(",\n    ")>
<#assign beforeAddedColumn = raw(" ")>
<#function methodOf method><#return word(method)></#function>
<#function predicateOf expression><#return raw("(") + expression + raw(")")></#function>
