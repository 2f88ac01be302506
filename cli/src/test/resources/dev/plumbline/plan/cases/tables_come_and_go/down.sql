ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";

ALTER TABLE "author" DROP CONSTRAINT "author_best_fkey";

-- Goes with all that was written to it: public.book.
DROP TABLE "book";

-- Goes with all that was written to it: public.author.
DROP TABLE "author";

-- Comes back without its rows or values: public.old.
CREATE TABLE "old" (
    "id" SERIAL NOT NULL,
    "name" TEXT,
    "other" INTEGER,

    CONSTRAINT "old_name_key" UNIQUE ("name"),
    CONSTRAINT "old_pkey" PRIMARY KEY ("id")
);

COMMENT ON TABLE "old" IS 'Was here';

ALTER TABLE "old" OWNER TO "postgres";

COMMENT ON COLUMN "old"."name" IS 'Called';

ALTER SEQUENCE "old_id_seq" OWNER TO "postgres";

CREATE INDEX "old_lower" ON "old" ((lower(name)));

ALTER TABLE "old" ADD CONSTRAINT "old_other_fkey" FOREIGN KEY ("other") REFERENCES "old" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
