<#import "target.ftl" as object>
ALTER <@object.named target/> OWNER TO ${owner}
