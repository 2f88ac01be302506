<#import "style.ftl" as style>
ALTER TABLE ${table} <#list actions as action>${action}<#sep>${style.betweenActions}</#list>
