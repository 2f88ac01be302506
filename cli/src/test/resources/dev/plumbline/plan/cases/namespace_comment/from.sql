create schema app; comment on schema app is 'One';
