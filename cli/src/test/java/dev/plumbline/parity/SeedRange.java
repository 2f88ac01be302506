package dev.plumbline.parity;

import java.util.stream.LongStream;

/**
 * Which random schemas a test looks at: a few fixed ones, or under {@code -Plong} many that nobody
 * has seen before. {@code -Dplumbline.seed=N} begins at a seed that a failure printed, and {@code
 * -Dplumbline.seeds=N} says how many.
 *
 * @param first the first seed
 * @param count how many
 */
public record SeedRange(long first, int count) {

  /** So many in a normal run, so many in a long one. */
  public static SeedRange of(int normal, int many) {
    boolean isLong = Boolean.getBoolean("plumbline.long");
    long chosen = isLong ? System.currentTimeMillis() * 10_000 : 0;
    int count = Integer.getInteger("plumbline.seeds", isLong ? many : normal);
    return new SeedRange(Long.getLong("plumbline.seed", chosen), count);
  }

  /** The seeds one by one. */
  public LongStream seeds() {
    return LongStream.range(first, first + count);
  }
}
