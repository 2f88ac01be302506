ALTER COLUMN ${column} <#if !using??>SET DATA </#if>TYPE ${type}<#if collation??> COLLATE ${collation}</#if><#if using??> USING (${using})</#if>
