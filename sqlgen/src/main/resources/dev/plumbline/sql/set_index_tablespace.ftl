ALTER INDEX ${index} SET TABLESPACE ${tablespace}
