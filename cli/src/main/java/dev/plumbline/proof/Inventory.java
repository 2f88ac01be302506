package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects of a database at one moment, known by their numbers and not by their names, as the
 * session sees them that changes them.
 */
final class Inventory {
  private static final String OBJECTS =
      """
      with spaces as (
        select oid, nspname from pg_namespace
        where nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
          and nspname !~ '^pg_(toast_)?temp'
      ), tables as (
        select c.*, n.nspname from pg_class c join spaces n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p')
      )
      select 'TABLE', 'r' || oid, nspname, relname, oid, '',
             concat(relrowsecurity, relforcerowsecurity, relacl::text), '', '' from tables
      union all
      select case c.relkind when 'S' then 'SEQUENCE' else 'VIEW' end, 'r' || c.oid, n.nspname,
             c.relname, c.oid, '', c.relacl::text, '', ''
      from pg_class c join spaces n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm')
         or c.relkind = 'S' and not exists (select from pg_depend d
              where d.classid = 'pg_class'::regclass and d.objid = c.oid
                and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
      union all
      select 'COLUMN', 'a' || t.oid || '.' || a.attnum, t.nspname, t.relname, t.oid, a.attname,
             format_type(a.atttypid, a.atttypmod), a.attnotnull::text,
             (a.atthasdef or a.attidentity <> '')::text
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 'CONSTRAINT', 'c' || k.oid, t.nspname, t.relname, t.oid, k.conname, k.contype::text,
             k.convalidated::text, ''
      from tables t join pg_constraint k on k.conrelid = t.oid and k.contype in ('f', 'c', 'u', 'p', 'x')
      union all
      select 'INDEX', 'i' || i.indexrelid, t.nspname, t.relname, t.oid, c.relname,
             i.indisunique::text,
             (exists (select from pg_constraint k where k.conindid = i.indexrelid
                                                  and k.contype in ('u', 'p', 'x')))::text, ''
      from tables t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
      union all
      select 'TYPE', 't' || t.oid, n.nspname, t.typname, t.oid, '', t.typtype::text, '', ''
      from pg_type t join spaces n on n.oid = t.typnamespace
      where t.typtype in ('e', 'd')
         or t.typtype = 'c' and exists (select from pg_class c
                                        where c.oid = t.typrelid and c.relkind = 'c')
      union all
      select 'LABEL', 'e' || e.oid, n.nspname, t.typname, t.oid, e.enumlabel, '', '', ''
      from pg_enum e join pg_type t on t.oid = e.enumtypid join spaces n on n.oid = t.typnamespace
      union all
      select 'ROUTINE', 'f' || p.oid, n.nspname, p.proname, p.oid, '', '', '', ''
      from pg_proc p join spaces n on n.oid = p.pronamespace
      union all
      select 'TRIGGER', 'g' || g.oid, t.nspname, t.relname, t.oid, g.tgname, g.tgenabled::text, '', ''
      from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      union all
      select 'POLICY', 'p' || p.oid, t.nspname, t.relname, t.oid, p.polname,
             concat(p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, p.polrelid),
                    pg_get_expr(p.polwithcheck, p.polrelid)), '', ''
      from tables t join pg_policy p on p.polrelid = t.oid
      union all
      select 'EXTENSION', 'x' || x.oid, n.nspname, x.extname, x.oid, '', x.extversion, '', ''
      from pg_extension x join spaces n on n.oid = x.extnamespace
      """;

  private final Map<String, CatalogObject> objects;

  private Inventory(Map<String, CatalogObject> objects) {
    this.objects = objects;
  }

  /** Nothing, where nobody asks. */
  static Inventory none() {
    return new Inventory(Map.of());
  }

  static Inventory take(Connection connection) throws SQLException {
    Map<String, CatalogObject> objects = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OBJECTS)) {
      while (row.next()) {
        List<String> attributes = new ArrayList<>();
        for (int i = 7; i <= 9; i++) {
          attributes.add(Optional.ofNullable(row.getString(i)).orElse(""));
        }
        objects.put(
            row.getString(2),
            new CatalogObject(
                CatalogObject.Kind.valueOf(row.getString(1)),
                new ObjectName(row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getString(6),
                attributes));
      }
    }
    return new Inventory(objects);
  }

  /**
   * What happened between then and now.
   *
   * @param visible what others can see
   */
  List<ObjectChange> until(Inventory now, Inventory visible) {
    Map<String, ObjectChange> changes = new LinkedHashMap<>();
    objects.forEach((id, then) -> {
      Optional<CatalogObject> after = Optional.ofNullable(now.objects.get(id));
      if (!after.equals(Optional.of(then))) {
        changes.put(
            id, new ObjectChange(Optional.of(then), after, visible.objects.containsKey(id)));
      }
    });
    now.objects.forEach((id, object) -> {
      if (!objects.containsKey(id)) {
        changes.put(
            id,
            new ObjectChange(Optional.empty(), Optional.of(object), visible.holdsOwner(object)));
      }
    });
    return List.copyOf(changes.values());
  }

  private boolean holdsOwner(CatalogObject object) {
    return objects.containsKey(
        (object.kind() == CatalogObject.Kind.LABEL ? "t" : "r") + object.ownerId());
  }
}
