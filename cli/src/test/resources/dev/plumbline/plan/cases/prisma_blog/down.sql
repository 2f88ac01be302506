ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_B_fkey";

ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_A_fkey";

ALTER TABLE "Post" DROP CONSTRAINT "Post_authorId_fkey";

-- Goes with all that was written to it: public._PostToTag.
DROP TABLE "_PostToTag";

-- Goes with all that was written to it: public.Tag.
DROP TABLE "Tag";

DROP INDEX "Post_authorId_idx";

ALTER TABLE "Post" ALTER COLUMN "authorId" SET NOT NULL;

-- Converts back, but the values may not be what they were: public.Post.title.
ALTER TABLE "Post" ALTER COLUMN "title" SET DATA TYPE TEXT;

-- Goes with all that was written to it: public.Post.published.
ALTER TABLE "Post" DROP COLUMN "published";

DROP INDEX "User_email_key";

-- Goes with all that was written to it: public.User.role.
ALTER TABLE "User" DROP COLUMN "role";

DROP TYPE "Role";

ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
