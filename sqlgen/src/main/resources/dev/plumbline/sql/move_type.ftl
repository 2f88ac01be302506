ALTER TYPE ${type} SET SCHEMA ${namespace}
