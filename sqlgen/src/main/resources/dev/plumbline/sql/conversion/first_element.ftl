(${column})[1]::${conversion.type}
