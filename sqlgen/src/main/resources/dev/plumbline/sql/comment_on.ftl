<#import "target.ftl" as object>
COMMENT ON <@object.named target/> IS <#if comment??>${literal(comment)}<#else>NULL</#if>
