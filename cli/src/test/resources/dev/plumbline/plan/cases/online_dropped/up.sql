SET lock_timeout = '500ms';

ALTER TABLE "book" DROP CONSTRAINT "book_author";

ALTER TABLE "author" DROP CONSTRAINT "author_pkey";

ALTER TABLE "author" DROP CONSTRAINT "author_named";

ALTER TABLE "author" DROP CONSTRAINT "author_email";

ALTER TABLE "author" ALTER COLUMN "email" DROP NOT NULL;

ALTER TABLE "author" ALTER COLUMN "name" DROP NOT NULL;

SET lock_timeout = '0';

DROP INDEX CONCURRENTLY "author_lower";

DROP INDEX CONCURRENTLY "author_name";

RESET lock_timeout;
