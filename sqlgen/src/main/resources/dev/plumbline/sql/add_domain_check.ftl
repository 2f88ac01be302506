<#import "constraint.ftl" as constraint>
ALTER DOMAIN ${domain} ADD <@constraint.line check/>
