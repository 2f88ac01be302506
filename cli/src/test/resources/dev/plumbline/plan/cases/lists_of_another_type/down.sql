-- Converts back, but the values may not be what they were: public.thing.many.
ALTER TABLE "thing" ALTER COLUMN "many" TYPE INTEGER[] USING (CASE WHEN "many" IS NULL THEN NULL ELSE ARRAY["many"]::INTEGER[] END);

-- Converts back, but the values may not be what they were: public.thing.one.
ALTER TABLE "thing" ALTER COLUMN "one" TYPE INTEGER USING (("one")[1]::INTEGER);
