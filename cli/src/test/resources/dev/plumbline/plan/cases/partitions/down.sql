-- Goes with all that was written to it: public.m3.
DROP TABLE "m3";

ALTER TABLE "m" DETACH PARTITION "m2";

ALTER TABLE "m" ATTACH PARTITION "m1" FOR VALUES FROM (0) TO (9);
