DROP VIEW "revenues";

ALTER TABLE "revenue" ALTER COLUMN "revenue" SET DATA TYPE INTEGER;

CREATE VIEW "revenues" AS
SELECT revenue
   FROM public.revenue;

ALTER VIEW "revenues" OWNER TO "postgres";
