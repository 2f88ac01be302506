create type public.mood as enum ('angry', 'sad', 'calm', 'glad', 'elated');
