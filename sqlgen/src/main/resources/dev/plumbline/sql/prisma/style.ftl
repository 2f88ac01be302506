<#-- Where the styles differ by a blank or a word. This is Prisma Migrate's. -->
<#assign keyComma = ",">
<#assign beforeColumns = raw("")>
<#assign betweenActions = raw(",\n")>
<#assign beforeAddedColumn = raw("     ")>
<#function methodOf method><#return keyword(method)></#function>
<#function predicateOf expression><#return inParentheses(expression)></#function>
