DROP RULE ${rule} ON ${table}
