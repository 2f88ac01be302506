<#import "target.ftl" as object>
GRANT <@object.privileges privileges columns/> ON <@object.granted target/> TO ${role(grantee)}<#if grantable> WITH GRANT OPTION</#if>
