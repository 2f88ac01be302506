package dev.plumbline.proof;

import dev.plumbline.plan.LockMode;
import dev.plumbline.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and views of a database at one moment, as the session sees them that changes them: the
 * locks that it holds, the files, and what its transaction has read and written so far.
 */
public final class RelationWatch {
  private static final String RELATIONS =
      """
      select c.oid, n.nspname, c.relname, pg_relation_filenode(c.oid) as file,
             pg_stat_get_xact_numscans(c.oid) + told.scans as scans,
             pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
               + pg_stat_get_xact_tuples_deleted(c.oid) + told.writes as writes,
             array(select l.mode from pg_locks l
                where l.relation = c.oid and l.locktype = 'relation' and l.pid = pg_backend_pid())
             as modes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      -- Between transactions a session may hand on what it has counted; before Postgres 15 that is
      -- seen later, and here not at all.
      cross join lateral (
        select case when told then pg_stat_get_numscans(c.oid) else 0 end as scans,
               case when told then pg_stat_get_tuples_inserted(c.oid)
                 + pg_stat_get_tuples_updated(c.oid) + pg_stat_get_tuples_deleted(c.oid)
               else 0 end as writes
        from (values (current_setting('server_version_num')::int >= 150000)) as server (told)
      ) told
      where c.relkind in ('r', 'p', 'v', 'm')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and n.nspname !~ '^pg_temp'
      """;

  private static final Map<String, LockMode> MODES =
      Map.of(
          "ShareUpdateExclusiveLock", LockMode.SHARE_UPDATE_EXCLUSIVE,
          "ShareLock", LockMode.SHARE,
          "ShareRowExclusiveLock", LockMode.SHARE_ROW_EXCLUSIVE,
          "ExclusiveLock", LockMode.EXCLUSIVE,
          "AccessExclusiveLock", LockMode.ACCESS_EXCLUSIVE);

  private final Map<Long, Relation> relations;

  private RelationWatch(Map<Long, Relation> relations) {
    this.relations = relations;
  }

  /** Looks; in the transaction that is watched, if one is open. */
  public static RelationWatch look(Connection connection) throws SQLException {
    Map<Long, Relation> relations = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        relations.put(
            rows.getLong("oid"),
            new Relation(
                new ObjectName(rows.getString("nspname"), rows.getString("relname")),
                rows.getLong("file"),
                rows.getLong("scans"),
                rows.getLong("writes"),
                List.of((String[]) rows.getArray("modes").getArray())));
      }
    }
    return new RelationWatch(relations);
  }

  /** The names of what was there then and is still there now; nobody else can see what is new. */
  public Set<ObjectName> survivors(RelationWatch now) {
    Set<ObjectName> names = new HashSet<>();
    relations.forEach((oid, relation) -> {
      if (now.relations.containsKey(oid)) {
        names.add(relation.name);
      }
    });
    return names;
  }

  /** What happened between then and now. */
  public Observed until(RelationWatch now) {
    return until(now, this);
  }

  /**
   * What happened between then and now.
   *
   * @param visible what others can see; what is made in a transaction nobody waits for
   */
  Observed until(RelationWatch now, RelationWatch visible) {
    Map<ObjectName, LockMode> locks = new HashMap<>();
    Set<ObjectName> rewritten = new HashSet<>();
    Set<ObjectName> scanned = new HashSet<>();
    Set<ObjectName> written = new HashSet<>();
    relations.forEach((oid, then) -> {
      Relation after = now.relations.get(oid);
      if (after != null && visible.relations.containsKey(oid)) {
        after.mode().filter(then::lacks).ifPresent(mode -> locks.put(then.name, mode));
        note(rewritten, then, after.file != then.file);
        note(scanned, then, after.scans > then.scans);
        note(written, then, after.writes > then.writes);
      }
    });
    return new Observed(locks, rewritten, scanned, written);
  }

  private static void note(Set<ObjectName> names, Relation relation, boolean happened) {
    if (happened) {
      names.add(relation.name);
    }
  }

  /** What Postgres's word for a lock means; nothing for those that a query takes too. */
  static Optional<LockMode> mode(String word) {
    return Optional.ofNullable(MODES.get(word));
  }

  private record Relation(ObjectName name, long file, long scans, long writes, List<String> modes) {
    Optional<LockMode> mode() {
      return modes.stream().flatMap(it -> RelationWatch.mode(it).stream()).max(LockMode::compareTo);
    }

    boolean lacks(LockMode mode) {
      return mode().filter(held -> held.compareTo(mode) >= 0).isEmpty();
    }
  }
}
