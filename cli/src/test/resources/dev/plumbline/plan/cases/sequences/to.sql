create sequence public.new increment 5;
create unlogged sequence public.kept minvalue -3 cycle;
