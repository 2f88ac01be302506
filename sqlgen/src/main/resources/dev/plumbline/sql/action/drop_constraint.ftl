DROP CONSTRAINT ${constraint.name}
