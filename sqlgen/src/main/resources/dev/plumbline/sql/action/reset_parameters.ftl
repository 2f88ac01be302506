RESET (${settingNames(parameters)})
