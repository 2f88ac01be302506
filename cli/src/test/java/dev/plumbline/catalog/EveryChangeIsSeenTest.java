package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Attribute;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a hand changes, the reading differs, and it differs in the object that was changed. */
final class EveryChangeIsSeenTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void one_after_the_other(int major) {
    SoftAssertions softly = new SoftAssertions();
    try (EverythingDatabase database = EverythingDatabase.open(major)) {
      Map<ObjectAddress, Object> before = SchemaObjects.of(database.read());
      for (CatalogChange change : CatalogChange.of(major)) {
        database.run(change.sql());
        Map<ObjectAddress, Object> after = SchemaObjects.of(database.read());
        softly.assertThat(seen(change, before, after)).as(change.toString()).isEqualTo("seen");
        before = after;
      }
    }
    softly.assertAll();
  }

  /** Each change on a fresh copy, as whoever takes the list for other tests relies on. */
  @Test
  @EnabledIfSystemProperty(named = "plumbline.long", matches = "true")
  void each_by_itself() {
    int major = TestPostgres.newest();
    SoftAssertions softly = new SoftAssertions();
    try (EverythingDatabase original = EverythingDatabase.open(major)) {
      Map<ObjectAddress, Object> before = SchemaObjects.of(original.read());
      for (CatalogChange change : CatalogChange.of(major)) {
        Map<ObjectAddress, Object> after = SchemaObjects.of(original.readCopyWith(change.sql()));
        softly.assertThat(seen(change, before, after)).as(change.toString()).isEqualTo("seen");
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void nothing_changes_by_reading_twice(int major) {
    try (EverythingDatabase first = EverythingDatabase.open(major);
        EverythingDatabase second = EverythingDatabase.open(major)) {
      assertThat(first.read()).isEqualTo(first.read()).isEqualTo(second.read());
    }
  }

  @Test
  void every_attribute_and_every_kind_is_among_the_changes() {
    Set<String> codes =
        CatalogChange.all().stream().map(CatalogChange::code).collect(Collectors.toSet());
    assertThat(codes)
        .containsAll(Arrays.stream(Attribute.values()).map(Attribute::code).toList())
        .containsAll(existence(List.of("missing", "unmanaged")));
  }

  private static List<String> existence(List<String> fates) {
    return Arrays.stream(ObjectKind.values())
        .map(EveryChangeIsSeenTest::code)
        .flatMap(kind -> fates.stream().map(fate -> kind + "." + fate))
        .toList();
  }

  private static String code(ObjectKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells what is wrong with how a change shows, or that it is seen where it belongs. */
  private static String seen(
      CatalogChange change, Map<ObjectAddress, Object> before, Map<ObjectAddress, Object> after) {
    Set<ObjectKind> kinds = kinds(change);
    Set<ObjectAddress> gone = of(kinds, minus(before.keySet(), after.keySet()));
    Set<ObjectAddress> come = of(kinds, minus(after.keySet(), before.keySet()));
    Set<ObjectAddress> other = of(kinds, different(before, after));
    boolean shows =
        switch (change.aspect()) {
          case "missing" -> !gone.isEmpty() && come.isEmpty();
          case "unmanaged" -> !come.isEmpty() && gone.isEmpty();
          case "renamed" -> !gone.isEmpty() && gone.size() == come.size();
          case "form", "kind" -> !gone.isEmpty() && !come.isEmpty();
          default -> !other.isEmpty();
        };
    return shows ? "seen" : "gone " + gone + ", come " + come + ", different " + other;
  }

  private static Set<ObjectKind> kinds(CatalogChange change) {
    if (change.code().equals("column.order")) {
      return Set.of(ObjectKind.TABLE);
    }
    if (change.aspect().equals("form")) {
      return Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.INDEX);
    }
    return Stream.of(ObjectKind.values())
        .filter(kind -> isOf(kind, change.kind()))
        .collect(Collectors.toSet());
  }

  private static boolean isOf(ObjectKind kind, String word) {
    boolean ofView = word.equals("view") && kind == ObjectKind.MATERIALIZED_VIEW;
    return code(kind).equals(word) || ofView;
  }

  private static Set<ObjectAddress> of(Set<ObjectKind> kinds, Collection<ObjectAddress> addresses) {
    return addresses.stream()
        .filter(address -> kinds.contains(address.kind()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<ObjectAddress> minus(Set<ObjectAddress> all, Set<ObjectAddress> known) {
    Set<ObjectAddress> rest = new HashSet<>(all);
    rest.removeAll(known);
    return rest;
  }

  private static Set<ObjectAddress> different(
      Map<ObjectAddress, Object> before, Map<ObjectAddress, Object> after) {
    return before.entrySet().stream()
        .filter(object -> after.containsKey(object.getKey()))
        .filter(object -> !object.getValue().equals(after.get(object.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void the_list_names_at_least_250_changes() {
    assertThat(CatalogChange.of(TestPostgres.newest())).hasSizeGreaterThan(250);
    assertThat(new TreeSet<>(CatalogChange.all().stream().map(CatalogChange::toString).toList()))
        .hasSize(CatalogChange.all().size());
  }
}
