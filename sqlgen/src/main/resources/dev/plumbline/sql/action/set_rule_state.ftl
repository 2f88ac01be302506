<#switch state><#on "ORIGIN">ENABLE<#on "DISABLED">DISABLE<#on "REPLICA">ENABLE REPLICA<#on "ALWAYS">ENABLE ALWAYS</#switch> RULE ${rule}
