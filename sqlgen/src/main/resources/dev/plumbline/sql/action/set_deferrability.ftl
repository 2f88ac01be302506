<#import "../constraint.ftl" as line>
ALTER CONSTRAINT ${constraint}<#if deferrability == "NOT_DEFERRABLE"> NOT DEFERRABLE<#else><@line.deferrability deferrability/></#if>
