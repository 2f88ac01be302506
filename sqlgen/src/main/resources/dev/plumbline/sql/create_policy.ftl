CREATE POLICY ${policy.name} ON ${table}<#rt>
<#if !policy.permissive> AS RESTRICTIVE</#if><#t>
 FOR ${keyword(policy.command)} TO <#list policy.roles as member>${role(member)}<#sep>, </#list><#rt>
<#if policy.using??> USING (${policy.using})</#if><#t>
<#if policy.withCheck??> WITH CHECK (${policy.withCheck})</#if><#t>
