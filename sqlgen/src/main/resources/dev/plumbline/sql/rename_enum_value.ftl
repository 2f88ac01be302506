ALTER TYPE ${type} RENAME VALUE ${literal(label)} TO ${literal(to)}
