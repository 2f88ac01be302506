${column}::${conversion.type}
