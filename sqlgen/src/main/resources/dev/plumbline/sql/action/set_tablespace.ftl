SET TABLESPACE ${tablespace}
