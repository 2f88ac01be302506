<#import "../constraint.ftl" as line>
ADD CONSTRAINT ${constraint.name} <#if constraint.kind() == "PRIMARY_KEY">PRIMARY KEY<#else>UNIQUE</#if> USING INDEX ${index}<@line.deferrability constraint.deferrability/>
