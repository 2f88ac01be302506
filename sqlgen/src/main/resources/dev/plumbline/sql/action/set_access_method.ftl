SET ACCESS METHOD ${word(method)}
