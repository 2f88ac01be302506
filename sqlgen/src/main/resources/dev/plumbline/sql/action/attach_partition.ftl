ATTACH PARTITION ${partition} ${bound}
