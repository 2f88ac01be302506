SET check_function_bodies = off;

CREATE OR REPLACE PROCEDURE public.new()
 LANGUAGE sql
AS $procedure$select 1$procedure$;

CREATE OR REPLACE FUNCTION public.kept(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;

COMMENT ON FUNCTION "kept"(a integer) IS NULL;

DROP FUNCTION "turned"(a integer);

CREATE OR REPLACE FUNCTION public.turned(a integer)
 RETURNS text
 LANGUAGE sql
AS $function$select 'x'$function$;

ALTER FUNCTION "turned"(a integer) OWNER TO "postgres";

DROP FUNCTION "gone"(a integer);
