package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance, repeatable from a seed. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True in so many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number between two, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Any long. */
  long anyLong() {
    return random.nextLong();
  }

  /** One of several. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** One of several. */
  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** So many different ones, in random order; fewer when there are not as many. */
  <T> List<T> some(List<T> choices, int count) {
    var left = new ArrayList<>(choices);
    var chosen = new ArrayList<T>();
    while (!left.isEmpty() && chosen.size() < count) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }

  /** So many draws of the same kind. */
  <T> List<T> times(int count, Supplier<T> draw) {
    var drawn = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      drawn.add(draw.get());
    }
    return drawn;
  }
}
