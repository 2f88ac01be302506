ALTER TYPE ${type} RENAME TO ${to}
