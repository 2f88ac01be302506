NO INHERIT ${parent}
