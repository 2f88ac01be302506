ALTER COLUMN ${column} SET STATISTICS ${target}
