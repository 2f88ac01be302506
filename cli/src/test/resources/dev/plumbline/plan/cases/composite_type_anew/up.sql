CREATE TYPE "address_new" AS (
    "house" TEXT,
    "street" TEXT
);

ALTER TABLE "t" ALTER COLUMN "home" TYPE "address_new" USING (CASE WHEN "home" IS NULL THEN NULL ELSE ROW(("home")."house"::TEXT, ("home")."street"::TEXT)::"address_new" END);

ALTER TYPE "address" RENAME TO "address_old";

ALTER TYPE "address_new" RENAME TO "address";

DROP TYPE "address_old";

ALTER TYPE "address" OWNER TO "postgres";
