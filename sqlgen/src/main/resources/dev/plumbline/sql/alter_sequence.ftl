ALTER SEQUENCE ${sequence.name} AS ${sequence.type} ${allOptions(sequence.options, "")}
