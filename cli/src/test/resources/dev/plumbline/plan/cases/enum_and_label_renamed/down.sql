ALTER TYPE "feeling" RENAME VALUE 'down' TO 'sad';

ALTER TYPE "feeling" RENAME TO "mood";
