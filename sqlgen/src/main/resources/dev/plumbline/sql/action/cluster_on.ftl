CLUSTER ON ${index}
