ALTER SEQUENCE "N_n_seq" OWNED BY NONE;

-- Goes with all that was written to it: public.N.
DROP TABLE "N";

ALTER SEQUENCE "M_m_seq" OWNED BY NONE;

ALTER SEQUENCE "M_n_seq" OWNED BY NONE;

ALTER TABLE "M" ALTER COLUMN "n" DROP DEFAULT;

-- Goes with all that was written to it: public.M.m.
ALTER TABLE "M" DROP COLUMN "m";

DROP SEQUENCE "N_n_seq";

DROP SEQUENCE "M_m_seq";

DROP SEQUENCE "M_n_seq";
