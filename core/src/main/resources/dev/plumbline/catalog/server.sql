-- Who answers. Runs before anything that only a modern Postgres understands.
select version() as description,
       current_setting('server_version_num') as number
