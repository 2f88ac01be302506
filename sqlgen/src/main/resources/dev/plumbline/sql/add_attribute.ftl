ALTER TYPE ${type} ADD ATTRIBUTE ${attribute.name} ${attribute.type}<#if attribute.collation??> COLLATE ${attribute.collation}</#if> CASCADE
