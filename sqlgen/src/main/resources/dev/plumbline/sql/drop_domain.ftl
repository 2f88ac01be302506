DROP DOMAIN ${domain}
