package dev.plumbline.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The objects of two lists, brought together by a key. The order is that of the second list, and
 * what only the first has comes last, so that two runs give one answer.
 */
record Matching<T>(List<Pair<T>> pairs, List<T> onlyFrom, List<T> onlyTo) {

  /** An object on both sides. */
  record Pair<T>(T from, T to) {}

  /** Brings together what has an equal key; of several with one key the first counts. */
  static <T> Matching<T> by(List<T> from, List<T> to, Function<? super T, ?> key) {
    Map<Object, T> left = new LinkedHashMap<>();
    from.forEach(object -> left.putIfAbsent(key.apply(object), object));
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> onlyTo = new ArrayList<>();
    for (T object : to) {
      T partner = left.remove(key.apply(object));
      if (partner == null) {
        onlyTo.add(object);
      } else {
        pairs.add(new Pair<>(partner, object));
      }
    }
    return new Matching<>(pairs, List.copyOf(left.values()), onlyTo);
  }

  void forEachPair(BiConsumer<T, T> consumer) {
    pairs.forEach(pair -> consumer.accept(pair.from(), pair.to()));
  }
}
