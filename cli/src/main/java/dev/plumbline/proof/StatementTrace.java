package dev.plumbline.proof;

import dev.plumbline.source.Span;
import java.time.Duration;

/**
 * What one statement of a script did.
 *
 * @param statement the statement
 * @param transactional whether it ran in a transaction; the locks of one that may not are gone when
 *     it ends, and are not seen
 * @param observed what it did to tables
 * @param time how long it took
 * @param walBytes how much it wrote to the log
 */
public record StatementTrace(
    Span statement, boolean transactional, Observed observed, Duration time, long walBytes) {}
