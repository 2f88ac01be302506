CREATE SEQUENCE "M_n_seq" AS INTEGER;

CREATE SEQUENCE "M_m_seq" AS INTEGER;

CREATE SEQUENCE "N_n_seq" AS INTEGER;

ALTER TABLE "M" ADD COLUMN "m" INTEGER DEFAULT nextval('"M_m_seq"');

ALTER TABLE "M" ALTER COLUMN "n" SET DEFAULT nextval('"M_n_seq"');

ALTER SEQUENCE "M_n_seq" OWNED BY "M"."n";

SELECT setval(pg_get_serial_sequence('"M"', 'n'), COALESCE(MAX("n"), 0) + 1, false) FROM "M";

ALTER SEQUENCE "M_m_seq" OWNED BY "M"."m";

SELECT setval(pg_get_serial_sequence('"M"', 'm'), COALESCE(MAX("m"), 0) + 1, false) FROM "M";

CREATE TABLE "N" (
    "id" INTEGER NOT NULL,
    "n" INTEGER DEFAULT nextval('"N_n_seq"'),

    CONSTRAINT "N_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "N_n_seq" OWNED BY "N"."n";
