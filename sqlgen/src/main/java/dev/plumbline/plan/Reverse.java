package dev.plumbline.plan;

import java.util.List;

/**
 * How a step is taken back.
 *
 * @param operations the operations that restore what was; empty when nothing can
 * @param restoresData whether what was lost comes back too
 * @param apart whether each operation is a transaction of its own, because others use the tables
 *     meanwhile: what holds a lock must not wait for what reads a whole table
 */
public record Reverse(List<Operation> operations, boolean restoresData, boolean apart) {
  /** Copies the list. */
  public Reverse {
    operations = List.copyOf(operations);
  }

  /** All in the transaction of what stands around it. */
  public Reverse(List<Operation> operations, boolean restoresData) {
    this(operations, restoresData, false);
  }

  /** Nothing leads back. */
  public static Reverse none() {
    return new Reverse(List.of(), false);
  }

  /** There is nothing to do: what the step concerns goes with the reverse of an earlier step. */
  public static Reverse unneeded() {
    return new Reverse(List.of(), true);
  }

  /** These operations lead back, and nothing is lost. */
  public static Reverse of(Operation... operations) {
    return of(List.of(operations));
  }

  /** These operations lead back, and nothing is lost. */
  public static Reverse of(List<Operation> operations) {
    return new Reverse(operations, true);
  }

  /** These operations restore the structure; the rows or values are gone. */
  public static Reverse structureOnly(Operation... operations) {
    return structureOnly(List.of(operations));
  }

  /** These operations restore the structure; the rows or values are gone. */
  public static Reverse structureOnly(List<Operation> operations) {
    return new Reverse(operations, false);
  }

  /** The same way with other operations. */
  Reverse with(List<Operation> others) {
    return new Reverse(others, restoresData, apart);
  }

  /** Whether nothing leads back. */
  public boolean isNone() {
    return operations.isEmpty() && !restoresData;
  }
}
