DETACH PARTITION ${partition}
