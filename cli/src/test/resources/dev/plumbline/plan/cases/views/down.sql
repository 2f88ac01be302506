DROP VIEW "above";

COMMENT ON COLUMN "told"."a" IS NULL;

COMMENT ON VIEW "told" IS NULL;

ALTER VIEW "told" ALTER COLUMN "a" DROP DEFAULT;

DROP VIEW "told";

CREATE VIEW "told" AS
SELECT a
   FROM public.t;

ALTER VIEW "told" OWNER TO "postgres";

ALTER VIEW "optional" SET (security_invoker = true);

ALTER VIEW "optional" SET (security_barrier = true);

ALTER VIEW "optional" RESET (check_option);

DROP VIEW "kept";

REFRESH MATERIALIZED VIEW "filled" WITH DATA;

DROP VIEW "new";

CREATE VIEW "kept" WITH (security_barrier = true) AS
SELECT a
   FROM public.t;

ALTER VIEW "kept" OWNER TO "postgres";

CREATE VIEW "above" AS
SELECT a
   FROM public.kept;

ALTER VIEW "above" OWNER TO "postgres";

CREATE VIEW "gone" AS
SELECT a
   FROM public.t;

ALTER VIEW "gone" OWNER TO "postgres";
