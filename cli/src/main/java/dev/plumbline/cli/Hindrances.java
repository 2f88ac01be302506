package dev.plumbline.cli;

import dev.plumbline.catalog.Dependent;
import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Plan;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes that Postgres would refuse, since something needs the object and stays: it is of a kind
 * or in a namespace that is not compared, or nobody wants it changed.
 */
final class Hindrances {
  private static final int NAMED = 3;

  /** What makes an index anew. */
  private static final Set<Attribute> OF_KEY =
      EnumSet.of(
          Attribute.PRIMARY_KEY_COLUMNS,
          Attribute.PRIMARY_KEY_INCLUDE,
          Attribute.PRIMARY_KEY_WITHOUT_OVERLAPS,
          Attribute.PRIMARY_KEY_DEFERRABILITY,
          Attribute.PRIMARY_KEY_FORM,
          Attribute.UNIQUE_COLUMNS,
          Attribute.UNIQUE_INCLUDE,
          Attribute.UNIQUE_NULLS_DISTINCT,
          Attribute.UNIQUE_WITHOUT_OVERLAPS,
          Attribute.UNIQUE_DEFERRABILITY,
          Attribute.UNIQUE_FORM,
          Attribute.INDEX_KEYS,
          Attribute.INDEX_DIRECTION,
          Attribute.INDEX_NULLS_ORDER,
          Attribute.INDEX_OPERATOR_CLASS,
          Attribute.INDEX_COLLATION,
          Attribute.INDEX_INCLUDE,
          Attribute.INDEX_UNIQUE,
          Attribute.INDEX_NULLS_DISTINCT,
          Attribute.INDEX_PREDICATE);

  /** What uses a column and lets nobody change its type. */
  private static final Set<String> OF_TYPE =
      Set.of("view", "materialized view", "rule", "trigger", "policy", "function", "procedure");

  private final List<Change> candidates;
  private final Map<ObjectName, List<Change>> planned;
  private final Set<String> compared;
  private final Set<ObjectName> renamed;
  private final Map<ObjectAddress, List<Dependent>> dependents = new HashMap<>();

  private Hindrances(List<Change> changes, DatabaseSchema from) {
    this.candidates =
        new ArrayList<>(
            changes.stream().filter(change -> goes(change) || isMadeAnew(change)).toList());
    this.planned =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> change.address().object(), Collectors.toCollection(ArrayList::new)));
    this.compared = from.namespaces().stream().map(Namespace::name).collect(Collectors.toSet());
    this.renamed = renamed(changes);
  }

  /**
   * Those changes, each with what stands in its way.
   *
   * @param changes what is wanted
   * @param from the database as it is
   * @param ask tells what needs objects; it is not called when nothing goes
   */
  static List<Plan.Unplanned> of(
      List<Change> changes,
      DatabaseSchema from,
      Function<List<ObjectAddress>, List<Dependent>> ask) {
    Hindrances hindrances = new Hindrances(changes, from);
    List<ObjectAddress> next =
        hindrances.candidates.stream().map(Change::address).distinct().toList();
    while (!next.isEmpty()) {
      next = hindrances.note(next, ask.apply(next));
    }
    return hindrances.find();
  }

  /** Views are made anew with the columns that they show, and so what needs them counts too. */
  private List<ObjectAddress> note(List<ObjectAddress> asked, List<Dependent> found) {
    asked.forEach(address -> dependents.put(address, List.of()));
    dependents.putAll(found.stream().collect(Collectors.groupingBy(Dependent::needed)));
    return found.stream()
        .filter(this::isCompared)
        .flatMap(dependent -> view(dependent).stream())
        .filter(view -> !dependents.containsKey(view))
        .distinct()
        .toList();
  }

  private static Optional<ObjectAddress> view(Dependent dependent) {
    return switch (dependent.kind()) {
      case "view" -> dependent.object().map(it -> ObjectAddress.of(ObjectKind.VIEW, it));
      case "materialized view" ->
          dependent.object().map(it -> ObjectAddress.of(ObjectKind.MATERIALIZED_VIEW, it));
      default -> Optional.empty();
    };
  }

  /** What stays for the sake of another may itself need what was to go. */
  private List<Plan.Unplanned> find() {
    List<Plan.Unplanned> found = new ArrayList<>();
    int before = -1;
    while (found.size() > before) {
      before = found.size();
      for (Iterator<Change> each = candidates.iterator(); each.hasNext(); ) {
        Change change = each.next();
        List<Dependent> left =
            goes(change)
                ? dependentsOf(change.address()).filter(it -> stays(it, change)).toList()
                : beyond(change);
        if (!left.isEmpty()) {
          each.remove();
          planned.getOrDefault(change.address().object(), new ArrayList<>()).remove(change);
          found.add(new Plan.Unplanned(change, sentence(left)));
        }
      }
    }
    return found;
  }

  private Stream<Dependent> dependentsOf(ObjectAddress address) {
    return dependents.getOrDefault(address, List.of()).stream();
  }

  private boolean stays(Dependent dependent, Change going) {
    return dependent.object().stream()
        .noneMatch(object ->
            renamed.contains(object)
                || planned.getOrDefault(object, List.of()).stream()
                    .anyMatch(
                        change -> takesAway(change, dependent) || convertsFrom(going, change)));
  }

  /** What is compared is made anew too. */
  private List<Dependent> beyond(Change change) {
    boolean column = change instanceof Change.AlterColumn;
    return dependentsOf(change.address())
        .flatMap(it -> Stream.concat(Stream.of(it), ofViews(it)))
        .filter(it -> !isCompared(it) && (!column || OF_TYPE.contains(it.kind())))
        .distinct()
        .toList();
  }

  private Stream<Dependent> ofViews(Dependent dependent) {
    return isCompared(dependent)
        ? view(dependent).stream()
            .flatMap(this::dependentsOf)
            .flatMap(it -> Stream.concat(Stream.of(it), ofViews(it)))
        : Stream.empty();
  }

  private boolean isCompared(Dependent dependent) {
    return dependent.object().map(ObjectName::namespace).filter(compared::contains).isPresent();
  }

  /** What changes with a dependent is taken to be what needed the object. */
  private static boolean takesAway(Change change, Dependent dependent) {
    ObjectAddress address = change.address();
    return address.part().equals(dependent.part())
        || (address.part().isEmpty() && goes(change))
        || change instanceof Change.CompositeTypeChange;
  }

  /** What of a table mentions the type of a column is made anew when the column gets another. */
  private static boolean convertsFrom(Change going, Change change) {
    boolean type =
        going instanceof Change.DropEnum
            || going instanceof Change.DropDomain
            || going instanceof Change.DropCompositeType;
    return type && change instanceof Change.AlterColumn && isMadeAnew(change);
  }

  private static Set<ObjectName> renamed(List<Change> changes) {
    Set<ObjectName> names = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.RenameTable rename) {
        names.add(rename.from().name());
      } else if (change instanceof Change.RenameColumn rename) {
        names.add(rename.table());
      } else if (change instanceof Change.RenameView rename) {
        names.add(rename.from().name());
      }
    }
    return names;
  }

  private static boolean goes(Change change) {
    return change instanceof Change.DropNamespace
        || change instanceof Change.DropExtension
        || change instanceof Change.DropEnum
        || change instanceof Change.DropDomain
        || change instanceof Change.DropCompositeType
        || change instanceof Change.DropSequence
        || change instanceof Change.DropTable
        || change instanceof Change.DropColumn
        || change instanceof Change.DropConstraint
        || change instanceof Change.DropIndex
        || change instanceof Change.DropView
        || change instanceof Change.DropRoutine;
  }

  private static boolean isMadeAnew(Change change) {
    if (change instanceof Change.AlterEnum alter) {
      return !alter.to().labels().containsAll(alter.from().labels());
    }
    Set<Attribute> decisive =
        change instanceof Change.AlterColumn ? EnumSet.of(Attribute.COLUMN_TYPE) : OF_KEY;
    return change.differences().stream().map(Difference::attribute).anyMatch(decisive::contains);
  }

  private static String sentence(List<Dependent> dependents) {
    String named =
        dependents.stream()
            .limit(NAMED)
            .map(dependent -> dependent.kind() + " " + dependent.identity())
            .collect(Collectors.joining(", "));
    int more = dependents.size() - NAMED;
    return "It is needed by " + named + (more > 0 ? " and %d more.".formatted(more) : ".");
  }
}
