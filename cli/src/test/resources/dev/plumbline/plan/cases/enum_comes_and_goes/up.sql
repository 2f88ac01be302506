CREATE TYPE "size" AS ENUM ('s', 'm');

DROP TYPE "mood";
