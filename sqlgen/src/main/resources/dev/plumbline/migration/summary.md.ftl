# ${title}

<#list changes as change>
- ${change}
</#list>
<#if indexes?has_content>

## Indexes added
<#list indexes as index>

### `${index.name}`

<#if index.unique>Unique, on<#else>On</#if> `${index.table}(${index.keys})`<#if index.method != "btree">, ${index.method}</#if><#if index.where?has_content>, WHERE `${index.where}`</#if>.
<#list index.why as line>

${line}
</#list>

Queries served:

```sql
<#list index.queries as query>
${query}
</#list>
```
</#list>
</#if>
<#if hazards?has_content>

## Mind

<#list hazards as hazard>
- ${hazard}
</#list>
</#if>
<#if checks?has_content>

## Check first

Each of these fails if a value does not convert, and says which.

```sql
<#list checks as check>
${check}
</#list>
```
</#if>

## Apply

```sh
${apply}
```

## Verify
<#if names?has_content>

```sql
-- The indexes, as they are.
SELECT indexname, tablename, indexdef
FROM pg_indexes
WHERE indexname IN (<#list names as name>
  ${name}<#sep>,</#list>
)
ORDER BY tablename, indexname;

-- Whether they can be used, and how often they were.
SELECT s.relname, s.indexrelname, i.indisvalid, s.idx_scan, s.idx_tup_read, s.idx_tup_fetch
FROM pg_stat_user_indexes s
JOIN pg_index i USING (indexrelid)
WHERE s.indexrelname IN (<#list names as name>
  ${name}<#sep>,</#list>
)
ORDER BY s.idx_scan DESC;
```
<#else>

```sh
plumb drift --url "$DATABASE_URL"
```
</#if>

## Roll back

```sql
${rollback}
```
