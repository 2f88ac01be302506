ALTER COLUMN ${column} SET COMPRESSION ${word(compression)}
