DROP VIEW "v";

-- Converts back, but the values may not be what they were: public.t.h.
ALTER TABLE "t" ALTER COLUMN "h" TYPE INTEGER[] USING (CASE WHEN "h" IS NULL THEN NULL ELSE ARRAY["h"]::INTEGER[] END);

ALTER TABLE "t" ALTER COLUMN "g" DROP DEFAULT;

-- Converts back, but the values may not be what they were: public.t.g.
ALTER TABLE "t" ALTER COLUMN "g" TYPE INTEGER USING ("g"::INTEGER);

ALTER TABLE "t" ALTER COLUMN "g" SET DEFAULT 3;

-- Converts back, but the values may not be what they were: public.t.f.
ALTER TABLE "t" ALTER COLUMN "f" SET DATA TYPE TIMESTAMP;

-- Converts back, but the values may not be what they were: public.t.e.
ALTER TABLE "t" ALTER COLUMN "e" TYPE TEXT USING (("e")[1]::TEXT);

-- Converts back, but the values may not be what they were: public.t.d.
ALTER TABLE "t" ALTER COLUMN "d" TYPE INTEGER[] USING ("d"::INTEGER[]);

ALTER TABLE "t" ALTER COLUMN "c" DROP DEFAULT;

-- Converts back, but the values may not be what they were: public.t.c.
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE VARCHAR(9);

ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT '7';

-- Converts back, but the values may not be what they were: public.t.b.
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE TEXT;

ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE INTEGER;

CREATE VIEW "v" AS
SELECT a
   FROM public.t;

ALTER VIEW "v" OWNER TO "postgres";
