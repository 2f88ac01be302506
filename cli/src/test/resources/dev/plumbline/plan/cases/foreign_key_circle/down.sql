ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";

ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";

-- Goes with all that was written to it: public.b.
DROP TABLE "b";

-- Goes with all that was written to it: public.a.
DROP TABLE "a";
