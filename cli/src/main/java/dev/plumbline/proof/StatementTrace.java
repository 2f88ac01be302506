package dev.plumbline.proof;

import dev.plumbline.source.Span;
import java.time.Duration;
import java.util.List;

/**
 * What one statement of a script did.
 *
 * @param statement the statement
 * @param transactional whether it ran in a transaction
 * @param observed what it did to tables
 * @param time how long it took; one that ran in no transaction was held back to see its locks
 * @param walBytes how much it wrote to the log
 * @param unit the number of its transaction, or of itself when it runs in none
 * @param catalog what it did to the objects of the catalog, where that is asked for
 * @param lockTimeout whether something limited how long it could wait for a lock
 * @param statementTimeout whether something limited how long it could take
 * @param notices what Postgres had to say
 */
public record StatementTrace(
    Span statement,
    boolean transactional,
    Observed observed,
    Duration time,
    long walBytes,
    int unit,
    List<ObjectChange> catalog,
    boolean lockTimeout,
    boolean statementTimeout,
    List<String> notices) {
  /** Copies the lists. */
  public StatementTrace {
    catalog = List.copyOf(catalog);
    notices = List.copyOf(notices);
  }
}
