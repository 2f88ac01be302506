SET lock_timeout = '500ms';

ALTER TABLE "visit" DROP CONSTRAINT "visit_place";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "place_pkey_new" ON "place" ("id") INCLUDE ("name");

SET lock_timeout = '500ms';

ALTER TABLE "place" DROP CONSTRAINT "place_pkey",
    ADD CONSTRAINT "place_pkey" PRIMARY KEY USING INDEX "place_pkey_new";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "account_email_new" ON "account" ("email");

SET lock_timeout = '500ms';

ALTER TABLE "account" DROP CONSTRAINT "account_email",
    ADD CONSTRAINT "account_email" UNIQUE USING INDEX "account_email_new";

SET lock_timeout = '0';

CREATE UNIQUE INDEX CONCURRENTLY "account_pkey_new" ON "account" ("id");

SET lock_timeout = '500ms';

ALTER TABLE "account" DROP CONSTRAINT "account_pkey",
    ADD CONSTRAINT "account_pkey" PRIMARY KEY USING INDEX "account_pkey_new";

ALTER TABLE "visit" ADD CONSTRAINT "visit_place" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

ALTER TABLE "visit" VALIDATE CONSTRAINT "visit_place";

ALTER TABLE "entry" ADD CONSTRAINT "entry_account" FOREIGN KEY ("account_email") REFERENCES "account" ("email") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

ALTER TABLE "entry" VALIDATE CONSTRAINT "entry_account";

RESET lock_timeout;
