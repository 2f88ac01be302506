SET (${settings(parameters)})
