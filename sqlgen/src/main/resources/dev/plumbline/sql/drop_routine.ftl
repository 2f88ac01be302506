DROP <#switch routine.kind><#on "FUNCTION", "WINDOW">FUNCTION<#on "PROCEDURE">PROCEDURE<#on "AGGREGATE">AGGREGATE</#switch> ${routine.name}(${raw(routine.arguments)})
