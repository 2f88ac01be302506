create sequence public.gone;
create sequence public.kept;
