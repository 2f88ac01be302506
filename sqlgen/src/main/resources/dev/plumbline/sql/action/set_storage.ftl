ALTER COLUMN ${column} SET STORAGE ${keyword(storage)}
