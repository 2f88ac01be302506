ALTER COLUMN ${column} SET (${settings(options)})
