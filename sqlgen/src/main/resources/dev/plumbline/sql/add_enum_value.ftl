ALTER TYPE ${type} ADD VALUE ${literal(label)}<#if place != "LAST"> ${place} ${literal(neighbour)}</#if>
