-- Comes back without its rows or values: public.b.
CREATE TABLE "b" (
    "id" INTEGER NOT NULL,
    "a" INTEGER,

    CONSTRAINT "b_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "b" OWNER TO "postgres";

-- Comes back without its rows or values: public.a.
CREATE TABLE "a" (
    "id" INTEGER NOT NULL,
    "b" INTEGER,

    CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "a" OWNER TO "postgres";

ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "a" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "a" ADD CONSTRAINT "a_b_fkey" FOREIGN KEY ("b") REFERENCES "b" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
