DROP TABLE "old";

CREATE TABLE "author" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL DEFAULT 'it''s',
    "best" INTEGER,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "book" (
    "id" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
    "author_id" INTEGER NOT NULL,
    "price" DECIMAL(9,2),
    "gross" DECIMAL GENERATED ALWAYS AS (price * 1.2) STORED,

    CONSTRAINT "book_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "book_price_check" CHECK (price > (0)::numeric)
);

COMMENT ON TABLE "book" IS 'Paper';

CREATE INDEX "book_author" ON "book" ("author_id");

ALTER TABLE "author" ADD CONSTRAINT "author_best_fkey" FOREIGN KEY ("best") REFERENCES "book" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "book" ADD CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE ON UPDATE NO ACTION;
