package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what has another name or another namespace on the second side, and is the same as far as
 * anybody can tell who asks nobody: alike, in the same place, and the only such pair. It is for a
 * proposal that somebody reads, never for a statement.
 */
public final class EvidentRenames {
  private final List<RenameCandidate> found = new ArrayList<>();

  private EvidentRenames() {}

  /** All pairs. The parts of a table or type are looked at when it has one name on both sides. */
  public static List<RenameCandidate> of(DatabaseSchema from, DatabaseSchema to) {
    var renames = new EvidentRenames();
    Matching<EnumType> enums = Matching.by(from.enums(), to.enums(), EnumType::name);
    renames.objects(ObjectKind.ENUM, enums, EnumType::name, EnumType::labels, (one, other) -> true);
    enums.forEachPair(renames::labels);
    Matching<Table> tables =
        Matching.by(
            Bookkeeping.without(from, to, to).tables(),
            Bookkeeping.without(to, from, to).tables(),
            Table::name);
    renames.objects(
        ObjectKind.TABLE,
        tables,
        Table::name,
        table -> names(table.columns()),
        EvidentRenames::haveSameColumns);
    tables.forEachPair(renames::columns);
    return List.copyOf(renames.found);
  }

  private static boolean haveSameColumns(Table one, Table other) {
    return one.partitionOf().isEmpty()
        && Matching.by(one.columns(), other.columns(), Column::name).pairs().stream()
            .allMatch(pair -> areAlike(pair.from(), pair.to()));
  }

  private static Set<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean areAlike(Column one, Column other) {
    return TypeComparison.areSame(one.type(), other.type())
        && one.nullable() == other.nullable()
        && one.generated().isPresent() == other.generated().isPresent();
  }

  private <T> void objects(
      ObjectKind kind,
      Matching<T> matching,
      Function<T, ObjectName> name,
      Function<T, ?> content,
      BiPredicate<T, T> alike) {
    BiPredicate<T, T> fits =
        (one, other) -> haveLikeNames(name.apply(one), name.apply(other)) && alike.test(one, other);
    for (Matching.Pair<T> pair :
        onlyPairs(
            grouped(matching.onlyFrom(), content), grouped(matching.onlyTo(), content), fits)) {
      note(
          ObjectAddress.of(kind, name.apply(pair.from())),
          ObjectAddress.of(kind, name.apply(pair.to())));
    }
  }

  // Renaming and moving at once is nothing that one statement does.
  private static boolean haveLikeNames(ObjectName one, ObjectName other) {
    return one.namespace().equals(other.namespace()) || one.name().equals(other.name());
  }

  private void note(ObjectAddress from, ObjectAddress to) {
    found.add(new RenameCandidate(from, to, true));
  }

  // Each is compared with those alone that have what it must have in common with its partner.
  private static <T> Map<Object, List<T>> grouped(List<T> all, Function<T, ?> content) {
    return all.stream()
        .collect(Collectors.groupingBy(content, LinkedHashMap::new, Collectors.toList()));
  }

  /** Pairs of which neither has another partner. */
  private static <T> List<Matching.Pair<T>> onlyPairs(
      Map<Object, List<T>> from, Map<Object, List<T>> to, BiPredicate<T, T> alike) {
    List<Matching.Pair<T>> pairs = new ArrayList<>();
    from.forEach((content, group) -> {
      for (T one : group) {
        List<T> partners =
            to.getOrDefault(content, List.of()).stream()
                .filter(other -> alike.test(one, other))
                .toList();
        if (partners.size() == 1
            && group.stream().filter(it -> alike.test(it, partners.getFirst())).count() == 1) {
          pairs.add(new Matching.Pair<>(one, partners.getFirst()));
        }
      }
    });
    return pairs;
  }

  private void labels(EnumType one, EnumType other) {
    if (one.labels().size() != other.labels().size()) {
      return;
    }
    for (int i = 0; i < one.labels().size(); i++) {
      String before = one.labels().get(i);
      String after = other.labels().get(i);
      if (!one.labels().contains(after) && !other.labels().contains(before)) {
        note(
            ObjectAddress.of(ObjectKind.ENUM, other.name(), before),
            ObjectAddress.of(ObjectKind.ENUM, other.name(), after));
      }
    }
  }

  private void columns(Table one, Table other) {
    Matching<Column> matching = Matching.by(one.columns(), other.columns(), Column::name);
    if (matching.onlyFrom().isEmpty() || matching.onlyTo().isEmpty()) {
      return;
    }
    Set<String> common = names(one.columns());
    common.retainAll(names(other.columns()));
    List<String> before = order(one, common);
    List<String> after = order(other, common);
    // A column that is renamed keeps its place, one that is added comes last. That says nothing
    // when the others stand in another order anyway.
    boolean ordered = before.equals(after);
    Map<String, Place> places = ordered ? Place.all(one, common) : Map.of();
    Map<String, Place> otherPlaces = ordered ? Place.all(other, common) : Map.of();
    for (var pair :
        onlyPairs(
            grouped(matching.onlyFrom(), it -> places.getOrDefault(it.name(), Place.ANY)),
            grouped(matching.onlyTo(), it -> otherPlaces.getOrDefault(it.name(), Place.ANY)),
            EvidentRenames::areAlike)) {
      note(
          ObjectAddress.of(ObjectKind.COLUMN, other.name(), pair.from().name()),
          ObjectAddress.of(ObjectKind.COLUMN, other.name(), pair.to().name()));
    }
  }

  private static List<String> order(Table table, Set<String> common) {
    return table.columns().stream().map(Column::name).filter(common::contains).toList();
  }

  /** How many of the columns that both sides have come before one, and how many others since. */
  private record Place(int common, int others) {
    static final Place ANY = new Place(0, 0);

    /** Of each column by its name. */
    static Map<String, Place> all(Table table, Set<String> common) {
      Map<String, Place> places = new HashMap<>();
      int before = 0;
      int others = 0;
      for (Column each : table.columns()) {
        places.put(each.name(), new Place(before, others));
        boolean known = common.contains(each.name());
        before += known ? 1 : 0;
        others = known ? 0 : others + 1;
      }
      return places;
    }
  }
}
