INHERIT ${parent}
