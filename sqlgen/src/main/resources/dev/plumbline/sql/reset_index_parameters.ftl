ALTER INDEX ${index} RESET (${settingNames(parameters)})
