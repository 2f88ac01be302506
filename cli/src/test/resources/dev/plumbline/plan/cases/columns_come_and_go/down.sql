-- Goes with all that was written to it: public.t.twice.
ALTER TABLE "t" DROP COLUMN "twice";

-- Goes with all that was written to it: public.t.ident.
ALTER TABLE "t" DROP COLUMN "ident";

-- Goes with all that was written to it: public.t.serial.
ALTER TABLE "t" DROP COLUMN "serial";

-- Goes with all that was written to it: public.t.new.
ALTER TABLE "t" DROP COLUMN "new";

-- Comes back without its rows or values: public.t.counted.
ALTER TABLE "t" ADD COLUMN "counted" SERIAL NOT NULL;

ALTER SEQUENCE "t_counted_seq" OWNER TO "postgres";

-- Comes back without its rows or values: public.t.gone.
ALTER TABLE "t" ADD COLUMN "gone" TEXT DEFAULT 'x';

COMMENT ON COLUMN "t"."gone" IS 'Was';
