CASE WHEN ${column} IS NULL THEN NULL ELSE ARRAY[${column}]::${conversion.type} END
