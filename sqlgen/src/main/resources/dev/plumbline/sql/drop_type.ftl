DROP TYPE ${type}
