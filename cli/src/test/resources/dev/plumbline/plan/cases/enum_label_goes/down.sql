DROP VIEW "glad";

DROP INDEX "person_glad";

CREATE TYPE "mood_new" AS ENUM ('sad', 'meh', 'glad');

ALTER TABLE "person" ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "moods" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "mood" TYPE "mood_new" USING ("mood"::text::"mood_new");

ALTER TABLE "person" ALTER COLUMN "moods" TYPE "mood_new"[] USING ("moods"::text[]::"mood_new"[]);

ALTER TYPE "mood" RENAME TO "mood_old";

ALTER TYPE "mood_new" RENAME TO "mood";

DROP TYPE "mood_old";

ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'glad';

ALTER TABLE "person" ALTER COLUMN "moods" SET DEFAULT ARRAY['sad', 'glad']::"mood"[];

ALTER TYPE "mood" OWNER TO "postgres";

ALTER TABLE "person" ADD CONSTRAINT "person_mood_check" CHECK (mood <> 'meh'::public.mood);

CREATE INDEX "person_glad" ON "person" ("id") WHERE (mood = 'glad'::public.mood);

CREATE VIEW "glad" AS
SELECT id
   FROM public.person
  WHERE (mood = 'glad'::public.mood);

COMMENT ON VIEW "glad" IS 'Who is';

ALTER VIEW "glad" OWNER TO "postgres";
