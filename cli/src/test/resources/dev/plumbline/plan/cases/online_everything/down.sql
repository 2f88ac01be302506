SET lock_timeout = '0';

CREATE INDEX CONCURRENTLY "book_gone" ON "book" ("price");

SET lock_timeout = '500ms';

ALTER TABLE "review" DROP CONSTRAINT "review_book_id_fkey";

ALTER TABLE "book" DROP CONSTRAINT "book_author";

SET lock_timeout = '0';

CREATE INDEX CONCURRENTLY "book_title_old" ON "book" ("title") WHERE (price > 0);

DROP INDEX CONCURRENTLY "book_title";

DROP INDEX CONCURRENTLY "book_isbn";

SET lock_timeout = '500ms';

ALTER TABLE "book" DROP CONSTRAINT "book_price";

ALTER TABLE "book" DROP CONSTRAINT "book_pkey";

ALTER TABLE "book" ALTER COLUMN "id" DROP NOT NULL;

ALTER TABLE "book" ALTER COLUMN "token" DROP NOT NULL;

ALTER INDEX "book_title_old" RENAME TO "book_title";

COMMENT ON INDEX "book_title" IS 'By title';

ALTER TABLE "author" DROP CONSTRAINT "author_email";

ALTER TABLE "author" ALTER COLUMN "name" DROP NOT NULL;

DROP VIEW "cheap";

CREATE VIEW "cheap" AS
SELECT id
   FROM public.book
  WHERE (price < 10);

ALTER VIEW "cheap" OWNER TO "postgres";

-- Goes with all that was written to it: public.review.
DROP TABLE "review";

-- Goes with all that was written to it: public.book.token.
ALTER TABLE "book" DROP COLUMN "token";

-- Goes with all that was written to it: public.book.pages.
ALTER TABLE "book" DROP COLUMN "pages";

-- Comes back without its rows or values: public.book.old_code.
ALTER TABLE "book" ADD COLUMN "old_code" TEXT;

RESET lock_timeout;
