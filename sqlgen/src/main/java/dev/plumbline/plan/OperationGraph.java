package dev.plumbline.plan;

import dev.plumbline.expression.Mentions;
import dev.plumbline.plan.PlanOptions.Convention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts drafts in an order in which each can run. Of those that are ready the one of the earliest
 * stage and place goes first, so the order is the same each time and as near as possible to the one
 * that reads well.
 *
 * <p>Dependencies by mention are a guess from a text. Where they would go round in a circle they
 * give way, those by a name without its namespace first; true dependencies that do are a mistake in
 * a planner.
 */
final class OperationGraph {
  private final List<Draft> drafts;
  private final Comparator<Integer> order;
  private final Waits truly;
  private final Waits byQualifiedName;
  private final Waits byName;
  private final boolean[] done;

  /** What can go now, and what could if circles must be broken, the better guess first. */
  private final TreeSet<Integer> free;

  private final TreeSet<Integer> heldByName;
  private final TreeSet<Integer> heldByQualifiedName;

  private OperationGraph(List<Draft> drafts, Convention convention) {
    this.drafts = drafts;
    this.truly = new Waits(drafts.size());
    this.byQualifiedName = new Waits(drafts.size());
    this.byName = new Waits(drafts.size());
    this.done = new boolean[drafts.size()];
    this.order =
        Comparator.<Integer>comparingInt(i -> drafts.get(i).stage().rank(convention))
            .thenComparingInt(i -> drafts.get(i).position())
            .thenComparingInt(i -> drafts.get(i).subposition())
            .thenComparingInt(i -> i);
    this.free = new TreeSet<>(order);
    this.heldByName = new TreeSet<>(order);
    this.heldByQualifiedName = new TreeSet<>(order);
  }

  /**
   * The drafts in order.
   *
   * @throws IllegalStateException if true dependencies go round in a circle
   */
  static List<Draft> order(List<Draft> drafts, Convention convention) {
    var graph = new OperationGraph(drafts, convention);
    graph.connect();
    return graph.sorted();
  }

  private void connect() {
    Map<Handle, List<Integer>> providers = index(Draft::provided);
    Map<Handle, List<Integer>> removers = index(Draft::removed);
    for (int i = 0; i < drafts.size(); i++) {
      for (Handle handle : drafts.get(i).required()) {
        truly.after(i, at(providers, handle));
      }
      for (Handle handle : drafts.get(i).released()) {
        truly.before(i, at(removers, handle));
      }
      for (Handle handle : drafts.get(i).provided()) {
        truly.after(i, at(removers, handle));
      }
    }
    connectMentions(providers, removers);
  }

  private void connectMentions(
      Map<Handle, List<Integer>> providers, Map<Handle, List<Integer>> removers) {
    var provided = new MentionIndex(providers.keySet());
    var removed = new MentionIndex(removers.keySet());
    for (int i = 0; i < drafts.size(); i++) {
      int draft = i;
      Mentions now = drafts.get(i).mentioned();
      for (Handle handle : provided.mentionedIn(now)) {
        waits(handle, now, i).ifPresent(it -> it.after(draft, at(providers, handle)));
      }
      Mentions formerly = drafts.get(i).formerlyMentioned();
      for (Handle handle : removed.mentionedIn(formerly)) {
        waits(handle, formerly, i).ifPresent(it -> it.before(draft, at(removers, handle)));
      }
    }
  }

  /**
   * A name without its namespace is found through the search path: in {@code public}, or where the
   * object is that has the text.
   */
  private Optional<Waits> waits(Handle handle, Mentions mentions, int draft) {
    if (MentionIndex.isQualified(handle, mentions)) {
      return Optional.of(byQualifiedName);
    }
    String own = drafts.get(draft).cause().address().object().namespace();
    boolean found = Set.of("public", "").contains(handle.namespace());
    return found || handle.namespace().equals(own) ? Optional.of(byName) : Optional.empty();
  }

  private static List<Integer> at(Map<Handle, List<Integer>> index, Handle handle) {
    return index.getOrDefault(handle, List.of());
  }

  private Map<Handle, List<Integer>> index(Function<Draft, Set<Handle>> handles) {
    var index = new HashMap<Handle, List<Integer>>();
    for (int i = 0; i < drafts.size(); i++) {
      for (Handle handle : handles.apply(drafts.get(i))) {
        index.computeIfAbsent(handle, ignored -> new ArrayList<>(1)).add(i);
      }
    }
    return index;
  }

  private List<Draft> sorted() {
    for (int i = 0; i < drafts.size(); i++) {
      file(i);
    }
    var sorted = new ArrayList<Draft>();
    while (sorted.size() < drafts.size()) {
      int next = takeNext();
      done[next] = true;
      sorted.add(drafts.get(next));
      for (Waits waits : List.of(truly, byQualifiedName, byName)) {
        waits.release(next).forEach(this::file);
      }
    }
    return sorted;
  }

  private int takeNext() {
    for (TreeSet<Integer> queue : List.of(free, heldByName, heldByQualifiedName)) {
      Integer next = queue.pollFirst();
      if (next != null) {
        return next;
      }
    }
    throw new IllegalStateException("The steps wait for each other: " + circle());
  }

  private void file(int i) {
    if (done[i] || truly.isWaiting(i)) {
      return;
    }
    heldByName.remove(i);
    heldByQualifiedName.remove(i);
    (byQualifiedName.isWaiting(i) ? heldByQualifiedName : byName.isWaiting(i) ? heldByName : free)
        .add(i);
  }

  private String circle() {
    var words = new ArrayList<String>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!done[i]) {
        words.add(drafts.get(i).operations().toString());
      }
    }
    return String.join(", ", words.subList(0, Math.min(words.size(), 10)));
  }

  /** Who waits for whom. A wait may be noted twice; it is then waited for twice. */
  private static final class Waits {
    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] counts;

    Waits(int size) {
      counts = new int[size];
      for (int i = 0; i < size; i++) {
        followers.add(new ArrayList<>(0));
      }
    }

    void after(int waiting, List<Integer> first) {
      first.forEach(it -> connect(it, waiting));
    }

    void before(int first, List<Integer> waiting) {
      waiting.forEach(it -> connect(first, it));
    }

    private void connect(int first, int second) {
      if (first != second) {
        followers.get(first).add(second);
        counts[second]++;
      }
    }

    boolean isWaiting(int i) {
      return counts[i] > 0;
    }

    /** Those that waited for this one. */
    List<Integer> release(int i) {
      followers.get(i).forEach(it -> counts[it]--);
      return followers.get(i);
    }
  }
}
