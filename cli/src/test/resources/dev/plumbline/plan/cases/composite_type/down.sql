CREATE TYPE "gone" AS (
    "a" INTEGER
);

ALTER TYPE "gone" OWNER TO "postgres";

DROP TYPE "new";

ALTER TYPE "address" DROP ATTRIBUTE "town" CASCADE;

-- Comes back without its rows or values: public.address.
ALTER TYPE "address" ADD ATTRIBUTE "house" INTEGER CASCADE;
