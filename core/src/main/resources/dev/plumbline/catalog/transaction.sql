-- One snapshot, nothing written, no waiting, and deparsed text that depends on nobody's settings.
-- Every setting ends with the transaction. Nested loops are off because the planner takes them for
-- a catalog that nobody analyzed, as after a restore, and then they are quadratic.
set transaction isolation level repeatable read, read only;
select set_config('statement_timeout', ?, true),
       set_config('lock_timeout', ?, true),
       set_config('search_path', 'pg_catalog, pg_temp', true),
       set_config('quote_all_identifiers', 'off', true),
       set_config('standard_conforming_strings', 'on', true),
       set_config('TimeZone', 'UTC', true),
       set_config('DateStyle', 'ISO, MDY', true),
       set_config('IntervalStyle', 'postgres', true),
       set_config('bytea_output', 'hex', true),
       set_config('extra_float_digits', '1', true),
       set_config('lc_monetary', 'C', true),
       set_config('xmlbinary', 'base64', true),
       set_config('enable_nestloop', 'off', true),
       set_config('jit', 'off', true)
