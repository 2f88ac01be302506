<#if timeout??>SET lock_timeout = ${literal(timeout)}<#else>RESET lock_timeout</#if>
