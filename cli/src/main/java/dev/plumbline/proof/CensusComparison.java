package dev.plumbline.proof;

import dev.plumbline.proof.RowFinding.Kind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of the rows of one census in another. */
final class CensusComparison {
  private final Census first;
  private final Census after;
  private final Set<ObjectName> written;
  private final List<RowFinding> findings = new ArrayList<>();

  private CensusComparison(Census first, Census after, Set<ObjectName> written) {
    this.first = first;
    this.after = after;
    this.written = written;
  }

  /**
   * Compares two counts.
   *
   * @param written the tables in which statements wrote rows in between
   */
  static List<RowFinding> of(Census before, Census after, Set<ObjectName> written) {
    CensusComparison comparison = new CensusComparison(before, after, written);
    before.tables().forEach(comparison::compare);
    return comparison.findings;
  }

  private void compare(TableCount before) {
    if (before.rows() == 0) {
      return;
    }
    List<TableCount> partitions = first.partitions(before);
    boolean own =
        written.contains(before.name())
            || partitions.stream().anyMatch(it -> written.contains(it.name()));
    Optional<TableCount> found = after.find(before);
    boolean scattered = partitions.stream().anyMatch(it -> after.numbered(it.oid()).isPresent());
    if (found.isEmpty() && !scattered) {
      add(Kind.DROPPED, before.name(), Optional.empty(), "the table is dropped with its rows");
      return;
    }
    compare(
        kept(before, partitions),
        settled(before, partitions, found.orElse(before.minus(before))),
        own);
  }

  /** Without the partitions that are dropped. */
  private TableCount kept(TableCount before, List<TableCount> partitions) {
    TableCount kept = before;
    for (TableCount partition : partitions) {
      if (after.numbered(partition.oid()).isEmpty()) {
        kept = kept.minus(partition);
        if (partition.rows() > 0) {
          add(
              Kind.DROPPED,
              partition.name(),
              Optional.empty(),
              "the partition of %s is dropped with its rows".formatted(before.name()));
        }
      }
    }
    return kept;
  }

  /** With the partitions that were detached, and without those that were attached. */
  private TableCount settled(TableCount before, List<TableCount> partitions, TableCount now) {
    TableCount settled = now;
    for (TableCount partition : partitions) {
      Optional<TableCount> there = after.numbered(partition.oid());
      if (there.isPresent() && there.get().root() != now.oid()) {
        settled = settled.plus(there.get());
      }
    }
    for (TableCount partition : after.partitions(now)) {
      Optional<TableCount> earlier = first.numbered(partition.oid());
      if (earlier.isPresent() && earlier.get().root() != before.oid()) {
        settled = settled.minus(partition);
      }
    }
    return settled;
  }

  private void compare(TableCount before, TableCount now, boolean own) {
    ObjectName name = before.name();
    if (now.rows() != before.rows()) {
      String counts = "%d rows became %d".formatted(before.rows(), now.rows());
      if (own) {
        add(Kind.WRITTEN, name, Optional.empty(), counts + " by the migration's own statements");
      } else {
        add(Kind.ROWS_LOST, name, Optional.empty(), counts + ", and no statement wrote them");
      }
      return;
    }
    for (ColumnHash column : before.columns().values()) {
      compare(name, before, now, column, own);
    }
  }

  private void compare(
      ObjectName name, TableCount before, TableCount now, ColumnHash column, boolean own) {
    Optional<ColumnHash> named = Optional.ofNullable(now.columns().get(column.name()));
    Optional<ColumnHash> found =
        named.or(
            () -> now.oid() == before.oid() ? now.numbered(column.number()) : Optional.empty());
    if (found.isEmpty()) {
      add(Kind.DROPPED, name, Optional.of(column.name()), "the column is dropped with its values");
      return;
    }
    ColumnHash same = found.get();
    if (sameValues(before, now, column, same)) {
      return;
    }
    boolean replaced = now.oid() == before.oid() && same.number() != column.number();
    if (own) {
      add(
          Kind.WRITTEN,
          name,
          Optional.of(column.name()),
          "the migration's statements write values");
    } else if (!replaced && !same.type().equals(column.type())) {
      add(
          Kind.CONVERTED,
          name,
          Optional.of(column.name()),
          "values read differently as %s than as %s".formatted(same.type(), column.type()));
    } else {
      add(
          Kind.VALUES_LOST,
          name,
          Optional.of(column.name()),
          replaced
              ? "the column is dropped and added anew, without its values"
              : "values are others, and no statement wrote them");
    }
  }

  // With their rows, where both know a row by the same key.
  private static boolean sameValues(
      TableCount before, TableCount now, ColumnHash column, ColumnHash same) {
    boolean sameKey =
        !before.key().isEmpty()
            && before.key().equals(now.key())
            && before.key().stream().allMatch(key -> before.values(key).equals(now.values(key)));
    return sameKey ? column.keyed().equals(same.keyed()) : column.values().equals(same.values());
  }

  private void add(Kind kind, ObjectName table, Optional<String> column, String message) {
    findings.add(new RowFinding(kind, table, column, message));
  }
}
