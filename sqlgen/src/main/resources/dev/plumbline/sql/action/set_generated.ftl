ALTER COLUMN ${column} SET EXPRESSION AS (${expression})
