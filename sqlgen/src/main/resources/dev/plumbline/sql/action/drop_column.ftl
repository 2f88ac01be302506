DROP COLUMN ${column}
