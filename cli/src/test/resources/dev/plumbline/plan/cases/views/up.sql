DROP VIEW "gone";

DROP VIEW "above";

DROP VIEW "kept";

CREATE VIEW "new" AS
SELECT b
   FROM public.t;

REFRESH MATERIALIZED VIEW "filled" WITH NO DATA;

CREATE VIEW "kept" AS
SELECT b,
    a
   FROM public.t;

ALTER VIEW "kept" OWNER TO "postgres";

ALTER VIEW "optional" SET (check_option = local, security_barrier = false);

ALTER VIEW "optional" RESET (security_invoker);

CREATE OR REPLACE VIEW "told" WITH (security_invoker = true) AS
SELECT a,
    b
   FROM public.t;

ALTER VIEW "told" ALTER COLUMN "a" SET DEFAULT 3;

COMMENT ON VIEW "told" IS 'Told';

COMMENT ON COLUMN "told"."a" IS 'A';

CREATE VIEW "above" AS
SELECT a
   FROM public.kept;

ALTER VIEW "above" OWNER TO "postgres";
