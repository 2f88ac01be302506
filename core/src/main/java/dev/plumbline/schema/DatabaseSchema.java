package dev.plumbline.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that the managed namespaces of one database hold. Lists stand in the order in which
 * the source gives them (declaration order for a Prisma schema, sorted by name for a live
 * database); the order has no meaning for comparing.
 *
 * @param described the kinds of object about which this schema speaks at all: a live database about
 *     every kind, a Prisma schema not about triggers. What another schema has of the other kinds is
 *     beyond this one and not its difference
 * @param namespaces the managed namespaces
 * @param extensions the extensions
 * @param enums the enum types
 * @param domains the domains
 * @param compositeTypes the composite types
 * @param sequences the sequences that are not an identity column's own
 * @param tables the tables
 * @param views the views and materialized views
 * @param routines the routines
 * @param unmodelled whatever else there is
 */
public record DatabaseSchema(
    Set<ObjectKind> described,
    List<Namespace> namespaces,
    List<Extension> extensions,
    List<EnumType> enums,
    List<Domain> domains,
    List<CompositeType> compositeTypes,
    List<Sequence> sequences,
    List<Table> tables,
    List<View> views,
    List<Routine> routines,
    List<UnmodelledObject> unmodelled) {
  /** Copies the lists. */
  public DatabaseSchema {
    described = inOrder(described);
    namespaces = List.copyOf(namespaces);
    extensions = List.copyOf(extensions);
    enums = List.copyOf(enums);
    domains = List.copyOf(domains);
    compositeTypes = List.copyOf(compositeTypes);
    sequences = List.copyOf(sequences);
    tables = List.copyOf(tables);
    views = List.copyOf(views);
    routines = List.copyOf(routines);
    unmodelled = List.copyOf(unmodelled);
  }

  /** A database with nothing in it, which says so about every kind of object. */
  public static DatabaseSchema empty() {
    return of(List.of());
  }

  /** A database with nothing but namespaces in it, which says so about every kind of object. */
  public static DatabaseSchema of(List<Namespace> namespaces) {
    return new DatabaseSchema(
        EnumSet.allOf(ObjectKind.class),
        namespaces,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Whether nothing is in it but namespaces. */
  public boolean holdsNothing() {
    return Stream.of(
            extensions,
            enums,
            domains,
            compositeTypes,
            sequences,
            tables,
            views,
            routines,
            unmodelled)
        .allMatch(List::isEmpty);
  }

  /** Whether this schema speaks about objects of this kind. */
  public boolean describes(ObjectKind kind) {
    return described.contains(kind);
  }

  // Set.copyOf gives another order in every process, and this one reaches files.
  private static Set<ObjectKind> inOrder(Set<ObjectKind> kinds) {
    Set<ObjectKind> sorted = EnumSet.noneOf(ObjectKind.class);
    sorted.addAll(kinds);
    return Collections.unmodifiableSet(sorted);
  }
}
