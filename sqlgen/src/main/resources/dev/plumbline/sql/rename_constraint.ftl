ALTER TABLE ${table} RENAME CONSTRAINT ${constraint.name} TO ${to}
