ALTER TABLE ${table} SET SCHEMA ${namespace}
