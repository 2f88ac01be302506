ALTER COLUMN ${column} RESET (${settingNames(options)})
