ALTER TYPE ${type} DROP ATTRIBUTE ${attribute}
