ALTER DOMAIN ${domain.name} <#if value??>SET DEFAULT ${defaultOf(value, domain.type)}<#else>DROP DEFAULT</#if>
