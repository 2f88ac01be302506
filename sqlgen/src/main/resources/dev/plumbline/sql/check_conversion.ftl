SELECT count(${converted}) FROM ${table}
