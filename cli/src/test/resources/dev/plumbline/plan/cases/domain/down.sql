CREATE DOMAIN "gone" AS INTEGER;

ALTER DOMAIN "gone" OWNER TO "postgres";

DROP DOMAIN "new";

ALTER DOMAIN "email" DROP CONSTRAINT "email_check";

ALTER DOMAIN "email" ADD CONSTRAINT "email_check" CHECK (VALUE ~ '@'::text);

ALTER DOMAIN "email" DROP NOT NULL;

ALTER DOMAIN "email" SET DEFAULT 'x';
