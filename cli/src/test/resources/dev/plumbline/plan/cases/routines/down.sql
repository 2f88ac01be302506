SET check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.gone(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

ALTER FUNCTION "gone"(a integer) OWNER TO "postgres";

DROP FUNCTION "turned"(a integer);

CREATE OR REPLACE FUNCTION public.turned(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

ALTER FUNCTION "turned"(a integer) OWNER TO "postgres";

COMMENT ON FUNCTION "kept"(a integer) IS 'Kept';

CREATE OR REPLACE FUNCTION public.kept(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

DROP PROCEDURE "new"();
