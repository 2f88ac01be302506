DROP INDEX ${index}
