REPLICA IDENTITY <#if index??>USING INDEX ${index}<#else>${identity}</#if>
