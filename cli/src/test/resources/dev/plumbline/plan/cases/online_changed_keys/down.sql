SET lock_timeout = '500ms';

ALTER TABLE "visit" DROP CONSTRAINT "visit_place";

ALTER TABLE "place" DROP CONSTRAINT "place_pkey";

ALTER TABLE "place" ADD CONSTRAINT "place_pkey" PRIMARY KEY ("id") INCLUDE ("name");

ALTER TABLE "account" DROP CONSTRAINT "account_email";

ALTER TABLE "account" ADD CONSTRAINT "account_email" UNIQUE ("email");

ALTER TABLE "account" DROP CONSTRAINT "account_pkey";

ALTER TABLE "account" ADD CONSTRAINT "account_pkey" PRIMARY KEY ("id");

ALTER TABLE "visit" ADD CONSTRAINT "visit_place" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "entry" ADD CONSTRAINT "entry_account" FOREIGN KEY ("account_email") REFERENCES "account" ("email") ON DELETE NO ACTION ON UPDATE NO ACTION;

RESET lock_timeout;
