package dev.plumbline.diff;

import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.IndexKey.OperatorClass;
import dev.plumbline.schema.IndexKey.Ordering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Compares two indexes, whatever they are called. */
final class IndexDefinition {
  private final Surroundings surroundings;

  IndexDefinition(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What makes it another index: what it is over, in which order, and of which rows. */
  void compare(Differences differences, Index from, Index to) {
    differences.compare(Attribute.INDEX_METHOD, from.method(), to.method(), method -> method);
    Verdict keys = keys(from.keys(), to.keys());
    differences.judge(
        Attribute.INDEX_KEYS, keys, Wording.keys(from.keys()), Wording.keys(to.keys()));
    // Other keys have other orders, and another method other operator classes: one cause.
    if (keys == Verdict.SAME && from.method().equals(to.method())) {
      orderings(differences, from.keys(), to);
    }
    differences.compare(Attribute.INDEX_INCLUDE, from.include(), to.include(), Wording::columns);
    differences.compare(
        Attribute.INDEX_UNIQUE,
        from.unique(),
        to.unique(),
        unique -> Wording.flag(unique, "UNIQUE", "not unique"));
    if (from.unique() && to.unique()) {
      differences.compareIfSaid(
          Attribute.INDEX_NULLS_DISTINCT,
          from.nullsDistinct(),
          to.nullsDistinct(),
          true,
          distinct -> Wording.flag(distinct, "NULLS DISTINCT", "NULLS NOT DISTINCT"));
    }
    differences.judge(
        Attribute.INDEX_PREDICATE,
        surroundings.compare(from.predicate(), to.predicate(), Purpose.PREDICATE),
        Wording.expression(from.predicate()),
        Wording.expression(to.predicate()));
  }

  private Verdict keys(List<IndexKey> from, List<IndexKey> to) {
    if (from.size() != to.size()) {
      return Verdict.DIFFERENT;
    }
    Verdict worst = Verdict.SAME;
    for (int i = 0; i < from.size(); i++) {
      Verdict verdict = key(from.get(i), to.get(i));
      if (verdict == Verdict.DIFFERENT) {
        return verdict;
      }
      worst = verdict == Verdict.UNPROVEN ? verdict : worst;
    }
    return worst;
  }

  private Verdict key(IndexKey from, IndexKey to) {
    if (from instanceof IndexKey.OfExpression one && to instanceof IndexKey.OfExpression other) {
      return surroundings.compare(one.expression(), other.expression(), Purpose.VALUE);
    }
    return from instanceof IndexKey.OfColumn one
            && to instanceof IndexKey.OfColumn other
            && one.column().equals(other.column())
        ? Verdict.SAME
        : Verdict.DIFFERENT;
  }

  /** Prisma has no word for the order of NULLs and for collations, and compares no B-tree class. */
  private static void orderings(Differences differences, List<IndexKey> from, Index index) {
    List<IndexKey> to = index.keys();
    if (!all(from, to, (one, other) -> one.descending() == other.descending())) {
      differences.compare(Attribute.INDEX_DIRECTION, from, to, Wording::directions);
    }
    if (!all(from, to, (one, other) -> usualNulls(one) == usualNulls(other))) {
      boolean silent = none(to, ordering -> !usualNulls(ordering));
      differences.compareUnlessSilent(
          Attribute.INDEX_NULLS_ORDER, from, to, silent, Wording::nullsOrders);
    }
    if (!all(from, to, IndexDefinition::haveSameClass)) {
      boolean ordered = index.method().equals("btree") || index.method().equals("hash");
      boolean silent = ordered && none(to, ordering -> ordering.operatorClass().isPresent());
      differences.compareUnlessSilent(
          Attribute.INDEX_OPERATOR_CLASS, from, to, silent, Wording::operatorClasses);
    }
    if (!all(from, to, (one, other) -> one.collation().equals(other.collation()))) {
      boolean silent = none(to, ordering -> ordering.collation().isPresent());
      differences.compareUnlessSilent(
          Attribute.INDEX_COLLATION, from, to, silent, Wording::collations);
    }
  }

  private static boolean none(List<IndexKey> keys, Predicate<Ordering> test) {
    return keys.stream().map(IndexKey::ordering).noneMatch(test);
  }

  private static boolean all(
      List<IndexKey> from, List<IndexKey> to, BiPredicate<Ordering, Ordering> test) {
    for (int i = 0; i < from.size(); i++) {
      if (!test.test(from.get(i).ordering(), to.get(i).ordering())) {
        return false;
      }
    }
    return true;
  }

  /** NULLs come last when ascending and first when descending, unless somebody says otherwise. */
  private static boolean usualNulls(Ordering ordering) {
    return ordering.nullsFirst() == ordering.descending();
  }

  /** An absent class is the default one; only a database knows which that is. */
  private static boolean haveSameClass(Ordering from, Ordering to) {
    Optional<OperatorClass> one = from.operatorClass();
    Optional<OperatorClass> other = to.operatorClass();
    if (one.isPresent() && other.isPresent() && names(one.get()).equals(names(other.get()))) {
      return true;
    }
    return isUsual(one) && isUsual(other);
  }

  private static boolean isUsual(Optional<OperatorClass> operatorClass) {
    return operatorClass.map(o -> o.isDefault() && o.parameters().isEmpty()).orElse(true);
  }

  private static String names(OperatorClass operatorClass) {
    String name = operatorClass.name();
    String bare = name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    String parameters = operatorClass.parameters().replace("'", "").replace(" ", "");
    return bare + "(" + parameters + ")";
  }

  /** What may change without building it anew, and what says how it is doing. */
  void compareState(Differences differences, Index from, Index to) {
    differences.compare(Attribute.INDEX_STATE, from.state(), to.state(), Wording::words);
    differences.compareIfSaid(
        Attribute.INDEX_STORAGE_PARAMETERS,
        from.storageParameters(),
        to.storageParameters(),
        Map.of(),
        Wording::parameters);
    differences.compareText(Attribute.INDEX_TABLESPACE, from.tablespace(), to.tablespace());
    if (from.keys().size() == to.keys().size()) {
      differences.compareIfSaid(
          Attribute.INDEX_STATISTICS,
          statistics(from),
          statistics(to),
          from.keys().stream().map(key -> OptionalInt.empty()).toList(),
          Wording::statistics);
    }
    differences.compareIfSaid(
        Attribute.INDEX_CLUSTERED,
        from.clustered(),
        to.clustered(),
        false,
        clustered -> Wording.flag(clustered, "CLUSTER", "not clustered"));
    differences.compareIfSaid(
        Attribute.INDEX_REPLICA_IDENTITY,
        from.replicaIdentity(),
        to.replicaIdentity(),
        false,
        replica -> Wording.flag(replica, "REPLICA IDENTITY", "no replica identity"));
    differences.compareText(Attribute.INDEX_COMMENT, from.comment(), to.comment());
  }

  private static List<OptionalInt> statistics(Index index) {
    return index.keys().stream()
        .map(key ->
            key instanceof IndexKey.OfExpression of ? of.statisticsTarget() : OptionalInt.empty())
        .toList();
  }
}
