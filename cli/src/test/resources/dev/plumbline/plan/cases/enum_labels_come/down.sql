-- Cannot be taken back: public.mood. Postgres cannot take the label 'elated' out of an enum.

-- Cannot be taken back: public.mood. Postgres cannot take the label 'calm' out of an enum.

-- Cannot be taken back: public.mood. Postgres cannot take the label 'angry' out of an enum.
