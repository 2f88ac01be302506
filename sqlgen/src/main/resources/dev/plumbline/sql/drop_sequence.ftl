DROP SEQUENCE ${sequence}
