ALTER SEQUENCE ${sequence} RENAME TO ${to}
