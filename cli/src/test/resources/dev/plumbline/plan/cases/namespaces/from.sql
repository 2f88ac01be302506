create schema old; comment on schema old is 'Goes';
