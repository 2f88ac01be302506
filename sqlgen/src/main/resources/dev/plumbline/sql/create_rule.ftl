${rule.definition}
