SET lock_timeout = '500ms';

ALTER TABLE "entry" DROP CONSTRAINT "entry_account";

ALTER TABLE "visit" DROP CONSTRAINT "visit_place";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "account_pkey_new" ON "account" ("tenant", "id");

SET lock_timeout = '500ms';

ALTER TABLE "account" DROP CONSTRAINT "account_pkey",
    ADD CONSTRAINT "account_pkey" PRIMARY KEY USING INDEX "account_pkey_new";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "account_email_new" ON "account" ("email", "tenant");

SET lock_timeout = '500ms';

ALTER TABLE "account" DROP CONSTRAINT "account_email",
    ADD CONSTRAINT "account_email" UNIQUE USING INDEX "account_email_new";

COMMENT ON CONSTRAINT "account_email" ON "account" IS 'One for each tenant';

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "place_pkey_new" ON "place" ("id");

SET lock_timeout = '500ms';

ALTER TABLE "place" DROP CONSTRAINT "place_pkey",
    ADD CONSTRAINT "place_pkey" PRIMARY KEY USING INDEX "place_pkey_new";

ALTER TABLE "visit" ADD CONSTRAINT "visit_place" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

ALTER TABLE "visit" VALIDATE CONSTRAINT "visit_place";

RESET lock_timeout;
