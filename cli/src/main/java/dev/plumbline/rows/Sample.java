package dev.plumbline.rows;

import java.util.Optional;

/**
 * Which rows are to be made up.
 *
 * @param rows how many each table is to have; fewer where its keys allow fewer
 * @param nulls whether some optional values are to be NULL
 * @param first the number of the first row, from 1, on which its values depend
 */
public record Sample(int rows, boolean nulls, int first) {
  private static final int LAST = 3;

  /** So many, beginning with the first. */
  public static Sample of(int rows, boolean nulls) {
    return new Sample(rows, nulls, 1);
  }

  /** The same with a value in every column. */
  public Sample withoutNulls() {
    return new Sample(rows, false, first);
  }

  /**
   * One row in each table, which is like no other and has no NULL, or the next one; empty when a
   * few were tried.
   */
  public Optional<Sample> single() {
    int next = rows > 1 ? 1 : first + 1;
    return Optional.of(new Sample(1, false, next)).filter(it -> it.first <= LAST);
  }
}
