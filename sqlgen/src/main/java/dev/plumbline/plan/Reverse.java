package dev.plumbline.plan;

import java.util.List;

/**
 * How a step is taken back.
 *
 * @param operations the operations that restore what was; empty when nothing can
 * @param restoresData whether what was lost comes back too
 */
public record Reverse(List<Operation> operations, boolean restoresData) {
  /** Copies the list. */
  public Reverse {
    operations = List.copyOf(operations);
  }

  /** Nothing leads back. */
  public static Reverse none() {
    return new Reverse(List.of(), false);
  }

  /** These operations lead back, and nothing is lost. */
  public static Reverse of(Operation... operations) {
    return new Reverse(List.of(operations), true);
  }

  /** These operations restore the structure; the rows or values are gone. */
  public static Reverse structureOnly(Operation... operations) {
    return new Reverse(List.of(operations), false);
  }
}
