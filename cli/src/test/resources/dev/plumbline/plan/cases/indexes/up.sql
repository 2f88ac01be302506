ALTER INDEX "named" RENAME TO "renamed";

DROP INDEX "kept";

DROP INDEX "gone";

CREATE INDEX "kept" ON "t" USING hash ("a");

CREATE UNIQUE INDEX "new" ON "t" ((lower(b)) DESC NULLS LAST) INCLUDE ("a") WITH (fillfactor = 60) WHERE (a > 0);

COMMENT ON INDEX "new" IS 'New';
