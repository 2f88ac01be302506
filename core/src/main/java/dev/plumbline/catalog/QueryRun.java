package dev.plumbline.catalog;

import java.time.Duration;

/**
 * One execution of a catalog query.
 *
 * @param query the name of its file, without {@code .sql}
 * @param rows how many rows it gave
 * @param time from sending it to having read the last row
 */
public record QueryRun(String query, long rows, Duration time) {}
