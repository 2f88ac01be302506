${column}::text[]::${conversion.type}
