DROP INDEX "new";

DROP INDEX "kept";

CREATE INDEX "gone" ON "t" ("a") WHERE (b = 'x'::text);

CREATE INDEX "kept" ON "t" ("a");

ALTER INDEX "renamed" RENAME TO "named";
