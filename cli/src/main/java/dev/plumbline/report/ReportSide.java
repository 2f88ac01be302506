package dev.plumbline.report;

import java.util.Optional;

/**
 * One of the two sides of a comparison.
 *
 * @param name where it came from, for people; without a password
 * @param server the version of the Postgres that told it, when one did
 */
public record ReportSide(String name, Optional<String> server) {}
