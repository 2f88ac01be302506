ALTER SEQUENCE ${sequence} OWNED BY <#if column??>${column.table}.${column.column}<#else>NONE</#if>
