create domain public.email as text not null constraint email_check check (value ~ '.@') ;
create domain public.new as int check (value > 0);
comment on domain public.new is 'Positive';
