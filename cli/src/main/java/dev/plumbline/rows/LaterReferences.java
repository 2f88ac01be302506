package dev.plumbline.rows;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.Table;
import dev.plumbline.sql.Quoting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets rows that are there refer to others, where tables refer to each other in a circle. */
final class LaterReferences {
  private LaterReferences() {}

  /**
   * The statement that sets a foreign key.
   *
   * @param entry the table and its foreign keys
   * @param key one of those that come later
   * @return empty when other constraints leave none of its columns free
   */
  static Optional<String> update(FillOrder.Entry entry, ForeignKey key) {
    Set<String> fixed = fixed(entry, key);
    List<Integer> free = new ArrayList<>();
    List<Integer> bound = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      (fixed.contains(key.columns().get(i)) ? bound : free).add(i);
    }
    if (free.isEmpty()) {
      return Optional.empty();
    }
    String set =
        free.stream()
            .map(i -> "%s = s.%s".formatted(column(key, i), "\"key#" + i + "\""))
            .collect(Collectors.joining(", "));
    String chosen =
        free.stream()
            .map(i -> "p.%s AS \"key#%d\"".formatted(References.target(key, i), i))
            .collect(Collectors.joining(", "));
    return Optional.of(
        """
        UPDATE %1$s t SET %2$s
        FROM (SELECT x."table#", x."place#", %3$s
              FROM (SELECT *, tableoid AS "table#", ctid AS "place#",
                           pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS "row#"
                    FROM %1$s) x
              JOIN %4$s) s
        WHERE t.tableoid = s."table#" AND t.ctid = s."place#"
        """
            .formatted(
                Quoting.qualified(entry.table().name()), set, chosen, parents(entry, key, bound)));
  }

  private static String parents(FillOrder.Entry entry, ForeignKey key, List<Integer> bound) {
    if (!bound.isEmpty()) {
      String targets =
          bound.stream().map(i -> References.target(key, i)).collect(Collectors.joining(", "));
      String equal =
          bound.stream()
              .map(i -> "p.%s = x.%s".formatted(References.target(key, i), column(key, i)))
              .collect(Collectors.joining(" AND "));
      return "(SELECT DISTINCT ON (%s) %s FROM %s WHERE %s ORDER BY %s, %s) p ON %s"
          .formatted(
              targets,
              References.targets(key),
              References.parent(key),
              References.complete(key),
              targets,
              References.targets(key),
              equal);
    }
    boolean toItself = key.target().equals(entry.table().name());
    boolean nullable =
        key.columns().stream()
            .allMatch(it -> entry.table().column(it).filter(c -> c.nullable()).isPresent());
    // The first row of a tree has nothing above it.
    String match =
        toItself && nullable
            ? "p.\"row#\" = x.\"row#\" - 1"
            : "p.\"row#\" = 1 + (x.\"row#\" - 1) % p.\"rows#\"";
    return "(%s) p ON %s".formatted(References.numbered(key), match);
  }

  private static Set<String> fixed(FillOrder.Entry entry, ForeignKey key) {
    Set<String> fixed = new HashSet<>();
    for (ForeignKey now : entry.now()) {
      fixed.addAll(now.columns());
    }
    for (ForeignKey later : entry.later()) {
      if (later.equals(key)) {
        break;
      }
      fixed.addAll(later.columns());
    }
    entry.table().primaryKey().map(Constraint.PrimaryKey::columns).ifPresent(fixed::addAll);
    return fixed;
  }

  /** The statement that takes away the rows that refer to nothing. */
  static String orphans(Table table, ForeignKey key) {
    List<String> set = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      set.add("t.%s IS NOT NULL".formatted(column(key, i)));
      equal.add("p.%s = t.%s".formatted(References.target(key, i), column(key, i)));
    }
    return "DELETE FROM %s t WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s)"
        .formatted(
            Quoting.qualified(table.name()),
            String.join(" AND ", set),
            References.parent(key),
            String.join(" AND ", equal));
  }

  private static String column(ForeignKey key, int place) {
    return Quoting.identifier(key.columns().get(place));
  }
}
