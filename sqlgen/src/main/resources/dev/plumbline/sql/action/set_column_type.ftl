ALTER COLUMN ${column} SET DATA TYPE ${type}<#if collation??> COLLATE ${collation}</#if><#if using??> USING ${using}</#if>
