ALTER EXTENSION ${name} SET SCHEMA ${namespace}
