package dev.plumbline.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a script says to Flyway: {@code V1.2__add_users.sql}.
 *
 * @param kind what it is
 * @param version its version in the one spelling; empty for a repeatable one
 * @param description what it does, in words
 */
public record FlywayScript(Kind kind, String version, String description) {
  private static final Pattern NAME =
      Pattern.compile("([VvRrUuBb])([\\d._]*)__(.*)\\.sql", Pattern.DOTALL);

  /** The kinds, of which each name begins with the first letter. */
  public enum Kind {
    /** It runs once, in the order of the versions. */
    VERSIONED,
    /** It runs again whenever it was changed. */
    REPEATABLE,
    /** It takes one with this version back. */
    UNDO,
    /** It stands for all up to its version in a database that is new. */
    BASELINE
  }

  /** What a file is by its name; empty for one that Flyway does not know. */
  public static Optional<FlywayScript> of(String fileName) {
    Matcher matcher = NAME.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (matcher.group(1).toUpperCase(Locale.ROOT)) {
          case "V" -> Kind.VERSIONED;
          case "R" -> Kind.REPEATABLE;
          case "U" -> Kind.UNDO;
          default -> Kind.BASELINE;
        };
    String version = kind == Kind.REPEATABLE ? "" : FlywayVersion.normal(matcher.group(2));
    return Optional.of(new FlywayScript(kind, version, matcher.group(3).replace('_', ' ')));
  }

  /** What a history notes of it: its version, or the description of one that has none. */
  public String name() {
    return version.isEmpty() ? description : version;
  }
}
