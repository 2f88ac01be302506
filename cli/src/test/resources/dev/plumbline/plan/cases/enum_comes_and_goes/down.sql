CREATE TYPE "mood" AS ENUM ('sad');

ALTER TYPE "mood" OWNER TO "postgres";

DROP TYPE "size";
