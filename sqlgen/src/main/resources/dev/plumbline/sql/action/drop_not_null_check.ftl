DROP CONSTRAINT ${constraint}
