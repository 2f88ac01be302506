<#assign options = unusualOptions(sequence.options, sequence.type)>
CREATE<#if sequence.persistence == "UNLOGGED"> UNLOGGED</#if> SEQUENCE ${sequence.name} AS ${sequence.type}<#if options?markup_string != ""> ${options}</#if>
