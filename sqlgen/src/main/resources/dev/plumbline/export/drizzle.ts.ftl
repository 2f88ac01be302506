<#macro documentation lines indent="">
<#if lines?size == 1>
${indent}/** ${lines[0]} */
<#elseif lines?has_content>
${indent}/**
<#list lines as line>
${indent} *<#if line?has_content> ${line}</#if>
</#list>
${indent} */
</#if>
</#macro>
import { <#if defined>defineRelations<#else>relations</#if>, sql } from 'drizzle-orm';
import {
<#list imports as it>
  ${it},
</#list>
} from 'drizzle-orm/pg-core';
<#list customs as it>

const ${it.constant} = customType<{ data: string }>({ dataType: () => ${it.sql} });
</#list>
<#list namespaces as it>

export const ${it.constant} = pgSchema(${it.name});
</#list>
<#list enums as it>

<@documentation lines=it.comment/>
export const ${it.constant} = ${it.maker}(${it.name}, [<#list it.values as value>${value}<#sep>, </#list>]);
</#list>
<#list tables as it>

<@documentation lines=it.comment/>
export const ${it.constant} = ${it.maker}(
  ${it.name},
  {
<#list it.columns as column>
<@documentation lines=column.comment indent="    "/>
    ${column.key}: ${column.value},
</#list>
  },
<#if it.extras?has_content>
  (t) => [
<#list it.extras as extra>
    ${extra},
</#list>
  ],
</#if>
)<#if it.secured>.enableRLS()</#if>;
</#list>
<#if defined>
<#if relations?has_content>

export const allRelations = defineRelations({ <#list tables as it>${it.constant}<#sep>, </#list> }, (r) => ({
<#list relations as it>
  ${it.table}: {
<#list it.sides as side>
<#if side.many>
    ${side.key}: r.many.${side.target}({ alias: ${side.relation} }),
<#else>
    ${side.key}: r.one.${side.target}({
      from: [<#list side.fields as field>r.${it.table}.${field}<#sep>, </#list>],
      to: [<#list side.references as field>r.${side.target}.${field}<#sep>, </#list>],
      alias: ${side.relation},
    }),
</#if>
</#list>
  },
</#list>
}));
</#if>
<#else>
<#list relations as it>

export const ${it.table}Relations = relations(${it.table}, ({ one, many }) => ({
<#list it.sides as side>
<#if side.many>
  ${side.key}: many(${side.target}, { relationName: ${side.relation} }),
<#else>
  ${side.key}: one(${side.target}, {
    fields: [<#list side.fields as field>${it.table}.${field}<#sep>, </#list>],
    references: [<#list side.references as field>${side.target}.${field}<#sep>, </#list>],
    relationName: ${side.relation},
  }),
</#if>
</#list>
}));
</#list>
</#if>
