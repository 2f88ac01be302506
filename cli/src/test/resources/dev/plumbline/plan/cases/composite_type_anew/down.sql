CREATE TYPE "address_new" AS (
    "street" TEXT,
    "house" INTEGER
);

ALTER TABLE "t" ALTER COLUMN "home" TYPE "address_new" USING (CASE WHEN "home" IS NULL THEN NULL ELSE ROW(("home")."street"::TEXT, ("home")."house"::INTEGER)::"address_new" END);

ALTER TYPE "address" RENAME TO "address_old";

ALTER TYPE "address_new" RENAME TO "address";

DROP TYPE "address_old";

ALTER TYPE "address" OWNER TO "postgres";
