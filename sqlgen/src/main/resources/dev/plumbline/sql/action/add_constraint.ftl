<#import "../constraint.ftl" as line>
ADD <@line.line constraint/>
