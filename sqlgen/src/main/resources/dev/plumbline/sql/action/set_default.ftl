ALTER COLUMN ${column} SET DEFAULT ${defaultOf(value, type)}
