CREATE DOMAIN "code_new" AS TEXT;

ALTER TABLE "t" ALTER COLUMN "c" DROP DEFAULT;

ALTER TABLE "t" ALTER COLUMN "c" TYPE "code_new" USING ("c"::text::"code_new");

ALTER TYPE "code" RENAME TO "code_old";

ALTER TYPE "code_new" RENAME TO "code";

DROP DOMAIN "code_old";

ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT 'x'::text;

ALTER DOMAIN "code" OWNER TO "postgres";
