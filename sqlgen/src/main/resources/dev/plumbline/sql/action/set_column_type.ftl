ALTER COLUMN ${column} <#if !conversion??>SET DATA </#if>TYPE ${type}<#if collation??> COLLATE ${collation}</#if><#if conversion??> USING (${conversion})</#if>
