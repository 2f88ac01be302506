package dev.plumbline.diff;

import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One comparison on its way: the two sides, what is wanted, and what was found. */
final class Comparison {
  private final DatabaseSchema from;
  private final DatabaseSchema to;
  private final DiffOptions options;
  private final boolean complete;
  private final boolean everywhere;
  private final boolean partialIndexes;
  private final boolean expressionIndexes;
  private final Set<String> namespaces;
  private final List<Change> changes = new ArrayList<>();
  private final List<Change> beyond = new ArrayList<>();

  Comparison(DatabaseSchema from, DatabaseSchema to, DiffOptions options) {
    this.from = from;
    this.to = to;
    this.options = options;
    this.complete = isComplete(to);
    this.everywhere = complete || !isComplete(from);
    this.partialIndexes = anyIndex(to, index -> index.predicate().isPresent());
    this.expressionIndexes = anyIndex(to, UniqueKey::hasExpressions);
    this.namespaces = to.namespaces().stream().map(Namespace::name).collect(Collectors.toSet());
  }

  private static boolean isComplete(DatabaseSchema schema) {
    return schema.described().size() == ObjectKind.values().length;
  }

  DatabaseSchema from() {
    return from;
  }

  DatabaseSchema to() {
    return to;
  }

  /** Whether the second side speaks about every kind of object. */
  boolean isComplete() {
    return complete;
  }

  /**
   * Whether the second side speaks about what is in a namespace. A file does so about those that it
   * lists; compared with another file, also about those that it no longer lists.
   */
  boolean manages(String namespace) {
    return everywhere || namespaces.contains(namespace);
  }

  List<Change> changes() {
    return changes;
  }

  List<Change> beyond() {
    return beyond;
  }

  /** Whether the second side has any partial index. */
  boolean speaksOfPartialIndexes() {
    return partialIndexes;
  }

  /** Whether the second side has any index over an expression. */
  boolean speaksOfExpressionIndexes() {
    return expressionIndexes;
  }

  private static boolean anyIndex(DatabaseSchema schema, Predicate<Index> test) {
    return schema.tables().stream().flatMap(t -> t.indexes().stream()).anyMatch(test);
  }

  /** Something that the second side wants. */
  void change(Change change) {
    changes.add(change);
  }

  /** Something that only the first side has. */
  void gone(ObjectKind kind, Change change) {
    (to.describes(kind) ? changes : beyond).add(change);
  }

  /** Something in a namespace that only the first side has. */
  void gone(ObjectKind kind, ObjectName name, Change change) {
    boolean spoken = to.describes(kind) && manages(name.namespace());
    (spoken ? changes : beyond).add(change);
  }

  /** Something that only the first side has and of which the second does not speak. */
  void unspoken(Change change) {
    (complete ? changes : beyond).add(change);
  }

  Differences differences() {
    return new Differences(complete);
  }

  /** Makes an alter of the differences, and one of what is beyond. */
  void altered(Differences differences, Function<List<Difference>, Change> alter) {
    if (!differences.said().isEmpty()) {
      changes.add(alter.apply(differences.said()));
    }
    if (!differences.unsaid().isEmpty()) {
      beyond.add(alter.apply(differences.unsaid()));
    }
  }

  /** Compares owners and privileges, where that is wanted and both sides know them. */
  void access(
      Differences differences,
      Access attributes,
      Optional<String> fromOwner,
      Optional<String> toOwner,
      List<Grant> fromGrants,
      List<Grant> toGrants) {
    if (options.owners() && fromOwner.isPresent() && toOwner.isPresent()) {
      differences.compareText(attributes.owner(), fromOwner, toOwner);
    }
    grants(differences, attributes.grants(), fromOwner, toOwner, fromGrants, toGrants);
  }

  /** Compares privileges, where that is wanted and both sides know them. */
  void grants(
      Differences differences,
      Attribute attribute,
      Optional<String> fromOwner,
      Optional<String> toOwner,
      List<Grant> fromGrants,
      List<Grant> toGrants) {
    if (options.grants() && fromOwner.isPresent() && toOwner.isPresent()) {
      List<Grant> before = Privileges.of(fromGrants, fromOwner.get());
      List<Grant> after = Privileges.of(toGrants, toOwner.get());
      differences.compare(
          attribute,
          Privileges.beyond(before, after),
          Privileges.beyond(after, before),
          Wording::grants);
    }
  }

  /** The attributes under which owner and privileges of a kind of object are reported. */
  record Access(Attribute owner, Attribute grants) {}
}
