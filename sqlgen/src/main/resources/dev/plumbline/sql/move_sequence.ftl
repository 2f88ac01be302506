ALTER SEQUENCE ${sequence} SET SCHEMA ${namespace}
