ALTER COLUMN ${column} ${allOptions(options, "SET ")}
