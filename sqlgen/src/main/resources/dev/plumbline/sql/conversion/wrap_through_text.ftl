CASE WHEN ${column} IS NULL THEN NULL ELSE ARRAY[${column}::text]::${conversion.type} END
