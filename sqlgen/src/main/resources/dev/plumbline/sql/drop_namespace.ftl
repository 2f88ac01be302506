DROP SCHEMA ${name}
