ALTER TABLE "User" RENAME CONSTRAINT "User_pkey" TO "Person_pkey";

ALTER TABLE "User" RENAME COLUMN "fullName" TO "name";

ALTER TABLE "User" RENAME TO "Person";
