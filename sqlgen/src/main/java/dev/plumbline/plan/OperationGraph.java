package dev.plumbline.plan;

import dev.plumbline.plan.PlanOptions.Convention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts drafts in an order in which each can run. Of those that are ready the one of the earliest
 * stage and place goes first, so the order is the same each time and as near as possible to the one
 * that reads well.
 *
 * <p>Dependencies by mention are a guess from a text. Where they would go round in a circle they
 * give way; true dependencies that do are a mistake in a planner.
 */
final class OperationGraph {
  private final List<Draft> drafts;
  private final Comparator<Integer> order;
  private final List<List<Integer>> followers = new ArrayList<>();
  private final List<List<Integer>> weakFollowers = new ArrayList<>();
  private final int[] waitsFor;
  private final int[] waitsWeaklyFor;
  private final boolean[] done;
  private final boolean[] queued;

  private OperationGraph(List<Draft> drafts, Convention convention) {
    this.drafts = drafts;
    this.waitsFor = new int[drafts.size()];
    this.waitsWeaklyFor = new int[drafts.size()];
    this.done = new boolean[drafts.size()];
    this.queued = new boolean[drafts.size()];
    this.order =
        Comparator.<Integer>comparingInt(i -> drafts.get(i).stage().rank(convention))
            .thenComparingInt(i -> drafts.get(i).position())
            .thenComparingInt(i -> drafts.get(i).subposition())
            .thenComparingInt(i -> i);
    for (int i = 0; i < drafts.size(); i++) {
      followers.add(new ArrayList<>(4));
      weakFollowers.add(new ArrayList<>(0));
    }
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
        for (int provider : providers.getOrDefault(handle, List.of())) {
          connect(provider, i, followers, waitsFor);
        }
      }
      for (Handle handle : drafts.get(i).released()) {
        for (int remover : removers.getOrDefault(handle, List.of())) {
          connect(i, remover, followers, waitsFor);
        }
      }
      for (Handle handle : drafts.get(i).provided()) {
        for (int remover : removers.getOrDefault(handle, List.of())) {
          connect(remover, i, followers, waitsFor);
        }
      }
    }
    connectMentions(providers, removers);
  }

  private void connectMentions(
      Map<Handle, List<Integer>> providers, Map<Handle, List<Integer>> removers) {
    var provided = new MentionIndex(providers.keySet());
    var removed = new MentionIndex(removers.keySet());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      for (Handle handle : provided.mentionedIn(draft.mentioned())) {
        for (int provider : providers.getOrDefault(handle, List.of())) {
          connect(provider, i, weakFollowers, waitsWeaklyFor);
        }
      }
      for (Handle handle : removed.mentionedIn(draft.formerlyMentioned())) {
        for (int remover : removers.getOrDefault(handle, List.of())) {
          connect(i, remover, weakFollowers, waitsWeaklyFor);
        }
      }
    }
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

  /** An edge may stand there twice; it is then waited for twice. */
  private static void connect(int first, int second, List<List<Integer>> to, int[] waits) {
    if (first != second) {
      to.get(first).add(second);
      waits[second]++;
    }
  }

  private List<Draft> sorted() {
    var ready = new PriorityQueue<Integer>(order);
    var held = new TreeSet<Integer>(order);
    for (int i = 0; i < drafts.size(); i++) {
      file(i, ready, held);
    }
    var sorted = new ArrayList<Draft>();
    while (sorted.size() < drafts.size()) {
      if (ready.isEmpty() && held.isEmpty()) {
        throw new IllegalStateException("The steps wait for each other: " + circle());
      }
      int next = ready.isEmpty() ? held.first() : ready.remove();
      held.remove(next);
      done[next] = true;
      sorted.add(drafts.get(next));
      for (int follower : followers.get(next)) {
        waitsFor[follower]--;
        file(follower, ready, held);
      }
      for (int follower : weakFollowers.get(next)) {
        waitsWeaklyFor[follower]--;
        file(follower, ready, held);
      }
    }
    return sorted;
  }

  /** Ready: waits for nothing. Held: waits only for what a text mentions. */
  private void file(int i, PriorityQueue<Integer> ready, Set<Integer> held) {
    if (done[i] || waitsFor[i] > 0) {
      return;
    }
    if (waitsWeaklyFor[i] > 0) {
      held.add(i);
    } else {
      held.remove(i);
      if (!queued[i]) {
        queued[i] = true;
        ready.add(i);
      }
    }
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
}
