(${column})[1]::text::${conversion.type}
