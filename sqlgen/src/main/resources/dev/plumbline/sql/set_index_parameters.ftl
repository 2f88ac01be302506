ALTER INDEX ${index} SET (${settings(parameters)})
