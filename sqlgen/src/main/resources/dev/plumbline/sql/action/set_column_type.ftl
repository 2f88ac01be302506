ALTER COLUMN ${column} <#if !converted??>SET DATA </#if>TYPE ${type}<#if collation??> COLLATE ${collation}</#if><#if converted??> USING (${converted})</#if>
