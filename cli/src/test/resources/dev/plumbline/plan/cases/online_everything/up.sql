SET lock_timeout = '500ms';

ALTER TABLE "book" DROP COLUMN "old_code";

ALTER TABLE "book" ADD COLUMN "pages" INTEGER NOT NULL DEFAULT 5;

ALTER TABLE "book" ADD COLUMN "token" UUID;

ALTER TABLE "book" ALTER COLUMN "token" SET DEFAULT gen_random_uuid();

CREATE TABLE "review" (
    "id" INTEGER NOT NULL,
    "book_id" INTEGER,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "review_book" ON "review" ("book_id");

CREATE OR REPLACE VIEW "cheap" AS
SELECT id,
    title
   FROM public.book
  WHERE (price < 10);

ALTER TABLE "author" ADD CONSTRAINT "author_name_is_set" CHECK ("name" IS NOT NULL) NOT VALID;

ALTER TABLE "author" VALIDATE CONSTRAINT "author_name_is_set";

ALTER TABLE "author" ALTER COLUMN "name" SET NOT NULL;

ALTER TABLE "author" DROP CONSTRAINT "author_name_is_set";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "author_email" ON "author" ("email");

SET lock_timeout = '500ms';

ALTER TABLE "author" ADD CONSTRAINT "author_email" UNIQUE USING INDEX "author_email";

ALTER INDEX "book_title" RENAME TO "book_title_old";

SET lock_timeout = '0';

DO $$
DECLARE
  page bigint := 0;
  pages bigint := pg_catalog.pg_relation_size('"book"'::regclass)
    / current_setting('block_size')::bigint;
BEGIN
  WHILE page <= pages LOOP
    UPDATE "book" SET "token" = (gen_random_uuid())
    WHERE "token" IS NULL AND (gen_random_uuid()) IS NOT NULL
      AND ctid >= format('(%s,0)', page)::tid AND ctid < format('(%s,0)', page + 200)::tid;
    COMMIT;
    page := page + 200;
  END LOOP;
  UPDATE "book" SET "token" = (gen_random_uuid()) WHERE "token" IS NULL AND (gen_random_uuid()) IS NOT NULL;
END
$$;

SET lock_timeout = '500ms';

ALTER TABLE "book" ADD CONSTRAINT "book_token_is_set" CHECK ("token" IS NOT NULL) NOT VALID;

SET lock_timeout = '0';

DO $$
DECLARE
  page bigint := 0;
  pages bigint := pg_catalog.pg_relation_size('"book"'::regclass)
    / current_setting('block_size')::bigint;
BEGIN
  WHILE page <= pages LOOP
    UPDATE "book" SET "token" = (gen_random_uuid())
    WHERE "token" IS NULL AND (gen_random_uuid()) IS NOT NULL
      AND ctid >= format('(%s,0)', page)::tid AND ctid < format('(%s,0)', page + 200)::tid;
    COMMIT;
    page := page + 200;
  END LOOP;
  UPDATE "book" SET "token" = (gen_random_uuid()) WHERE "token" IS NULL AND (gen_random_uuid()) IS NOT NULL;
END
$$;

SET lock_timeout = '500ms';

ALTER TABLE "book" VALIDATE CONSTRAINT "book_token_is_set";

ALTER TABLE "book" ALTER COLUMN "token" SET NOT NULL;

ALTER TABLE "book" DROP CONSTRAINT "book_token_is_set";

ALTER TABLE "book" ADD CONSTRAINT "book_id_is_set" CHECK ("id" IS NOT NULL) NOT VALID;

ALTER TABLE "book" VALIDATE CONSTRAINT "book_id_is_set";

ALTER TABLE "book" ALTER COLUMN "id" SET NOT NULL;

ALTER TABLE "book" DROP CONSTRAINT "book_id_is_set";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "book_pkey" ON "book" ("id");

SET lock_timeout = '500ms';

ALTER TABLE "book" ADD CONSTRAINT "book_pkey" PRIMARY KEY USING INDEX "book_pkey";

ALTER TABLE "book" ADD CONSTRAINT "book_price" CHECK (price >= 0) NOT VALID;

ALTER TABLE "book" VALIDATE CONSTRAINT "book_price";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "book_isbn" ON "book" ("isbn") WHERE (isbn IS NOT NULL);

COMMENT ON INDEX "book_isbn" IS 'One of each';

CREATE INDEX CONCURRENTLY "book_title" ON "book" ("title", "author_id");

DROP INDEX CONCURRENTLY "book_title_old";

COMMENT ON INDEX "book_title" IS 'By title and author';

SET lock_timeout = '500ms';

ALTER TABLE "book" ADD CONSTRAINT "book_author" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;

ALTER TABLE "book" VALIDATE CONSTRAINT "book_author";

ALTER TABLE "review" ADD CONSTRAINT "review_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

SET lock_timeout = '0';

DROP INDEX CONCURRENTLY "book_gone";

RESET lock_timeout;
