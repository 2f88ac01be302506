package dev.plumbline.cli;

import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.InitialGrants;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which owner and which privileges the objects of a Prisma schema shall have, of which it says
 * nothing: what {@code plumbline.toml} says, else what most objects of the database have.
 */
final class AccessExpectation {
  /** A namespace that is everybody's, and since Postgres 15 the database owner's. */
  private static final String COMMON_NAMESPACE = "public";

  private final DatabaseSchema live;
  private final AccessConfig config;
  private final int major;
  private final Set<ObjectName> managed;
  private final String owner;
  private final Map<String, Set<String>> ofTables;

  private AccessExpectation(
      DatabaseSchema live, DatabaseSchema wanted, AccessConfig config, int major) {
    this.live = live;
    this.config = config;
    this.major = major;
    this.managed = wanted.tables().stream().map(Table::name).collect(Collectors.toSet());
    this.owner = config.owner().orElseGet(this::usualOwner);
    this.ofTables =
        config.grants().orElseGet(() -> usual(tables().map(t -> held(t.grants(), t.owner()))));
  }

  /**
   * A schema with what is expected of its objects.
   *
   * @param live the database
   * @param wanted the schema, which knows no owners
   * @param config what somebody says about them
   * @param major the version of the database
   */
  static DatabaseSchema of(
      DatabaseSchema live, DatabaseSchema wanted, AccessConfig config, int major) {
    return new AccessExpectation(live, wanted, config, major).in(wanted);
  }

  private Stream<Table> tables() {
    return live.tables().stream().filter(table -> managed.contains(table.name()));
  }

  /** The owner of most of the schema's tables, and among equals of most other objects. */
  private String usualOwner() {
    Map<String, Integer> objects = new TreeMap<>();
    Stream.of(
            live.tables().stream().map(Table::owner),
            live.enums().stream().map(EnumType::owner),
            live.sequences().stream().filter(s -> s.ownedBy().isEmpty()).map(Sequence::owner),
            live.views().stream().map(view -> view.owner()),
            live.routines().stream().map(routine -> routine.owner()),
            live.namespaces().stream().map(Namespace::owner))
        .flatMap(owners -> owners.flatMap(Optional::stream))
        .forEach(role -> objects.merge(role, 1, Integer::sum));
    Map<String, Integer> ofSchema = new TreeMap<>();
    tables()
        .flatMap(table -> table.owner().stream())
        .forEach(role -> ofSchema.merge(role, 1, Integer::sum));
    return objects.keySet().stream()
        .max(
            Comparator.comparing((String role) -> ofSchema.getOrDefault(role, 0))
                .thenComparing(role -> objects.getOrDefault(role, 0)))
        .orElse("");
  }

  /** What others than its owner may do with an object. */
  private static Map<String, Set<String>> held(List<Grant> grants, Optional<String> owner) {
    Map<String, Set<String>> held = new TreeMap<>();
    for (Grant grant : grants) {
      if (!owner.filter(grant.grantee()::equals).isPresent()) {
        held.computeIfAbsent(grant.grantee(), role -> new TreeSet<>()).addAll(grant.privileges());
      }
    }
    return held;
  }

  /** What a role may do with more than half of some objects, and with two at least. */
  private static Map<String, Set<String>> usual(Stream<Map<String, Set<String>>> objects) {
    List<Map<String, Set<String>>> all = objects.toList();
    Map<Map.Entry<String, Set<String>>, Integer> counted = new HashMap<>();
    all.stream()
        .flatMap(object -> object.entrySet().stream())
        .forEach(held -> counted.merge(held, 1, Integer::sum));
    Map<String, Set<String>> usual = new TreeMap<>();
    counted.forEach((held, count) -> {
      if (count > 1 && count * 2 > all.size()) {
        usual.put(held.getKey(), held.getValue());
      }
    });
    return usual;
  }

  private DatabaseSchema in(DatabaseSchema wanted) {
    return new DatabaseSchema(
        wanted.described(),
        wanted.namespaces().stream().map(this::namespace).toList(),
        wanted.extensions(),
        enums(wanted.enums()),
        wanted.domains(),
        wanted.compositeTypes(),
        sequences(wanted.sequences()),
        wanted.tables().stream().map(this::table).toList(),
        wanted.views(),
        wanted.routines(),
        wanted.unmodelled());
  }

  private Table table(Table table) {
    return table.ownedBy(Optional.of(owner), grants(ObjectKind.TABLE, ofTables));
  }

  private List<EnumType> enums(List<EnumType> wanted) {
    Map<ObjectName, EnumType> known = byName(live.enums(), EnumType::name);
    Map<String, Set<String>> usual =
        usual(live.enums().stream().map(type -> held(type.grants(), type.owner())));
    return wanted.stream()
        .map(type ->
            type.ownedBy(
                Optional.of(owner),
                Optional.ofNullable(known.get(type.name()))
                    .map(there -> as(there.grants(), there.owner(), ObjectKind.ENUM, usual))
                    .orElse(List.of())))
        .toList();
  }

  private List<Sequence> sequences(List<Sequence> wanted) {
    Map<ObjectName, Sequence> known = byName(live.sequences(), Sequence::name);
    Map<ColumnAddress, Sequence> ofColumn = new HashMap<>();
    live.sequences().forEach(s -> s.ownedBy().ifPresent(column -> ofColumn.put(column, s)));
    Map<String, Set<String>> usual =
        usual(live.sequences().stream().map(s -> held(s.grants(), s.owner())));
    return wanted.stream()
        .map(sequence ->
            sequence.ownedBy(
                Optional.of(owner),
                sequence
                    .ownedBy()
                    .map(ofColumn::get)
                    .or(() -> Optional.ofNullable(known.get(sequence.name())))
                    .map(there -> as(there.grants(), there.owner(), ObjectKind.SEQUENCE, usual))
                    .orElse(List.of())))
        .toList();
  }

  private static <T> Map<ObjectName, T> byName(List<T> objects, Function<T, ObjectName> name) {
    return objects.stream().collect(Collectors.toMap(name, object -> object));
  }

  /** As most objects of the kind are; a role that the configuration names may have anything. */
  private List<Grant> as(
      List<Grant> there, Optional<String> role, ObjectKind kind, Map<String, Set<String>> usual) {
    Map<String, Set<String>> expected = new TreeMap<>(config.grants().isEmpty() ? usual : Map.of());
    keep(there, role, config.grants().map(Map::keySet).orElse(Set.of()), expected);
    return grants(kind, expected);
  }

  private static void keep(
      List<Grant> there,
      Optional<String> role,
      Set<String> roles,
      Map<String, Set<String>> expected) {
    held(there, role)
        .forEach((grantee, privileges) -> {
          if (roles.contains(grantee)) {
            expected.put(grantee, privileges);
          }
        });
  }

  /** Whoever may use tables may, and must, be able to get at them. */
  private Namespace namespace(Namespace namespace) {
    Namespace there =
        live.namespaces().stream()
            .filter(one -> one.name().equals(namespace.name()))
            .findFirst()
            .orElse(namespace);
    boolean common = namespace.name().equals(COMMON_NAMESPACE);
    Set<String> roles = new HashSet<>(ofTables.keySet());
    if (common) {
      roles.add(InitialGrants.PUBLIC);
      there.owner().ifPresent(roles::add);
    }
    Map<String, Set<String>> expected = new TreeMap<>();
    keep(there.grants(), there.owner(), roles, expected);
    boolean open = expected.getOrDefault(InitialGrants.PUBLIC, Set.of()).contains("USAGE");
    for (String role : config.grants().map(Map::keySet).orElse(Set.of())) {
      if (!open && !role.equals(InitialGrants.PUBLIC)) {
        expected.merge(role, Set.of("USAGE"), AccessExpectation::together);
      }
    }
    String of = common ? there.owner().orElse(owner) : owner;
    return namespace.ownedBy(Optional.of(of), grants(ObjectKind.NAMESPACE, of, expected));
  }

  private static Set<String> together(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private List<Grant> grants(ObjectKind kind, Map<String, Set<String>> others) {
    return grants(kind, owner, others);
  }

  private List<Grant> grants(ObjectKind kind, String role, Map<String, Set<String>> others) {
    List<Grant> grants = new ArrayList<>(InitialGrants.of(kind, role, major));
    others.forEach((grantee, privileges) -> {
      if (!grantee.equals(role)) {
        grants.removeIf(grant -> grant.grantee().equals(grantee));
        grants.add(new Grant(grantee, role, privileges, Set.of()));
      }
    });
    return grants;
  }
}
