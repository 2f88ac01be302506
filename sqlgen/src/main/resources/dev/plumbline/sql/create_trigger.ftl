${trigger.definition}
