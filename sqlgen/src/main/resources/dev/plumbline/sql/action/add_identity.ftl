<#import "../column.ftl" as line>
ALTER COLUMN ${column} ADD <@line.identity identity type/>
