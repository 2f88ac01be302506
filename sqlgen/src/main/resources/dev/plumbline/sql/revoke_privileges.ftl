<#import "target.ftl" as object>
REVOKE <#if optionOnly>GRANT OPTION FOR </#if><@object.privileges privileges columns/> ON <@object.granted target/> FROM ${role(grantee)}
