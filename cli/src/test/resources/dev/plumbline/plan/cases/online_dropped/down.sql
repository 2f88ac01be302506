SET lock_timeout = '0';

CREATE INDEX CONCURRENTLY "author_name" ON "author" ("name") INCLUDE ("email");

CREATE UNIQUE INDEX CONCURRENTLY "author_lower" ON "author" ((lower(name))) WHERE (id > 0);

COMMENT ON INDEX "author_lower" IS 'Whatever its case';

SET lock_timeout = '500ms';

ALTER TABLE "author" ADD CONSTRAINT "author_name_is_set" CHECK ("name" IS NOT NULL) NOT VALID;

ALTER TABLE "author" VALIDATE CONSTRAINT "author_name_is_set";

ALTER TABLE "author" ALTER COLUMN "name" SET NOT NULL;

ALTER TABLE "author" DROP CONSTRAINT "author_name_is_set";

ALTER TABLE "author" ADD CONSTRAINT "author_email_is_set" CHECK ("email" IS NOT NULL) NOT VALID;

ALTER TABLE "author" VALIDATE CONSTRAINT "author_email_is_set";

ALTER TABLE "author" ALTER COLUMN "email" SET NOT NULL;

ALTER TABLE "author" DROP CONSTRAINT "author_email_is_set";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "author_email" ON "author" ("email");

SET lock_timeout = '500ms';

ALTER TABLE "author" ADD CONSTRAINT "author_email" UNIQUE USING INDEX "author_email" DEFERRABLE;

COMMENT ON CONSTRAINT "author_email" ON "author" IS 'One of each';

ALTER TABLE "author" ADD CONSTRAINT "author_named" CHECK (name <> ''::text) NOT VALID;

ALTER TABLE "author" VALIDATE CONSTRAINT "author_named";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "author_pkey" ON "author" ("id");

SET lock_timeout = '500ms';

ALTER TABLE "author" ADD CONSTRAINT "author_pkey" PRIMARY KEY USING INDEX "author_pkey";

ALTER TABLE "book" ADD CONSTRAINT "book_author" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE NOT VALID;

ALTER TABLE "book" VALIDATE CONSTRAINT "book_author";

RESET lock_timeout;
