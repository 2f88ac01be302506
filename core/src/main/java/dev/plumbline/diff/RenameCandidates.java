package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds what goes and what appears, of the same kind and in the same place: each such pair may be
 * one object under two names.
 */
public final class RenameCandidates {
  /** Types whose values are the same to people; within one of these a column keeps its meaning. */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money"),
          Set.of("text", "varchar", "bpchar", "citext", "name"),
          Set.of("timestamp", "timestamptz", "date"),
          Set.of("time", "timetz"),
          Set.of("json", "jsonb"),
          Set.of("bit", "varbit"),
          Set.of("inet", "cidr"));

  private final List<RenameCandidate> found = new ArrayList<>();

  private RenameCandidates() {}

  /**
   * All pairs, those of tables and types first.
   *
   * @param renames what somebody says was renamed already
   */
  public static List<RenameCandidate> of(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    DatabaseSchema wanted = Bookkeeping.without(to, from, to);
    DatabaseSchema carried =
        CarriedRenames.of(Bookkeeping.without(from, to, to), wanted, renames).schema();
    var candidates = new RenameCandidates();
    candidates.tables(carried, wanted);
    candidates.enums(carried, wanted);
    return List.copyOf(candidates.found);
  }

  private void tables(DatabaseSchema from, DatabaseSchema to) {
    var matching = Matching.by(whole(from), whole(to), Table::name);
    objects(
        ObjectKind.TABLE,
        matching,
        Table::name,
        (one, other) -> areAlike(names(one.columns()), names(other.columns())));
    matching.forEachPair((one, other) -> {
      ObjectName table = other.name();
      parts(
          ObjectKind.COLUMN,
          table,
          Matching.by(one.columns(), other.columns(), Column::name),
          Column::name,
          (before, after) -> isOfOneFamily(before.type(), after.type()));
      // An index that is the same but for its name is found by the comparison.
      parts(
          ObjectKind.INDEX,
          table,
          Matching.by(one.indexes(), other.indexes(), Index::name),
          Index::name,
          (before, after) -> false);
    });
  }

  // A partition goes with its table.
  private static List<Table> whole(DatabaseSchema schema) {
    return schema.tables().stream().filter(table -> table.partitionOf().isEmpty()).toList();
  }

  private void enums(DatabaseSchema from, DatabaseSchema to) {
    var matching = Matching.by(from.enums(), to.enums(), EnumType::name);
    objects(
        ObjectKind.ENUM,
        matching,
        EnumType::name,
        (one, other) -> areAlike(one.labels(), other.labels()));
    matching.forEachPair((one, other) ->
        parts(
            ObjectKind.ENUM,
            other.name(),
            Matching.by(one.labels(), other.labels(), label -> label),
            label -> label,
            (before, after) -> true));
  }

  private <T> void objects(
      ObjectKind kind,
      Matching<T> matching,
      Function<T, ObjectName> name,
      BiPredicate<T, T> alike) {
    for (T before : matching.onlyFrom()) {
      for (T after : matching.onlyTo()) {
        if (name.apply(before).namespace().equals(name.apply(after).namespace())) {
          found.add(
              new RenameCandidate(
                  ObjectAddress.of(kind, name.apply(before)),
                  ObjectAddress.of(kind, name.apply(after)),
                  alike.test(before, after)));
        }
      }
    }
  }

  private <T> void parts(
      ObjectKind kind,
      ObjectName owner,
      Matching<T> matching,
      Function<T, String> name,
      BiPredicate<T, T> alike) {
    for (T before : matching.onlyFrom()) {
      for (T after : matching.onlyTo()) {
        found.add(
            new RenameCandidate(
                ObjectAddress.of(kind, owner, name.apply(before)),
                ObjectAddress.of(kind, owner, name.apply(after)),
                alike.test(before, after)));
      }
    }
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  /** Whether two thirds of the longer list are in the other one too. */
  private static boolean areAlike(List<String> from, List<String> to) {
    Set<String> common = new HashSet<>(from);
    common.retainAll(new HashSet<>(to));
    return !common.isEmpty() && common.size() * 3 >= Math.max(from.size(), to.size()) * 2;
  }

  private static boolean isOfOneFamily(ColumnType from, ColumnType to) {
    ColumnType one = from.canonical();
    ColumnType other = to.canonical();
    if (one instanceof ColumnType.Array before && other instanceof ColumnType.Array after) {
      return isOfOneFamily(before.element(), after.element());
    } else if (one instanceof ColumnType.BuiltIn before
        && other instanceof ColumnType.BuiltIn after) {
      return before.name().equals(after.name())
          || FAMILIES.stream()
              .anyMatch(family -> family.contains(before.name()) && family.contains(after.name()));
    } else if (one instanceof ColumnType.UserDefined before
        && other instanceof ColumnType.UserDefined after) {
      return before.name().equals(after.name());
    }
    return false;
  }
}
