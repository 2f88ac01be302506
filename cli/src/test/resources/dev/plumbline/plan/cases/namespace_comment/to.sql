create schema app; comment on schema app is 'Another';
