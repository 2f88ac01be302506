${routine.definition}
