ALTER TABLE "Person" RENAME TO "User";

ALTER TABLE "User" RENAME COLUMN "name" TO "fullName";

ALTER TABLE "User" RENAME CONSTRAINT "Person_pkey" TO "User_pkey";
