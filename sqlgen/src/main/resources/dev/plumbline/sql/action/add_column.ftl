<#import "../style.ftl" as style>
<#import "../column.ftl" as column>
ADD COLUMN${style.beforeAddedColumn}<@column.line added/>
