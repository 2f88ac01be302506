-- Goes with all that was written to it: public.t.b"; drop table t; --.
ALTER TABLE "t" DROP COLUMN "b""; drop table t; --";

COMMENT ON TABLE "t" IS NULL;
