SELECT setval(pg_get_serial_sequence(${nameLiteral(column.table)}, ${literal(column.column)}), COALESCE(MAX(${column.column}), 0) + 1, false) FROM ${column.table}
