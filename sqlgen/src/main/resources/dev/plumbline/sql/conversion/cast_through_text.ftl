${column}::text::${conversion.type}
