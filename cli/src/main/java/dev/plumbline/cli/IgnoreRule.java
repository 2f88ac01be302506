package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.schema.ObjectAddress;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A difference that somebody has accepted, in {@code plumbline.toml}.
 *
 * @param object which objects, as {@code namespace.table}, {@code namespace.table.part} or without
 *     the namespace; {@code *} stands for any text and {@code ?} for one character
 * @param kind which kinds of difference, {@code *} and {@code ?} too
 * @param reason why
 * @param until the last day on which it is accepted
 */
record IgnoreRule(String object, String kind, String reason, Optional<LocalDate> until) {

  /** Whether the rule speaks of a difference. */
  boolean matches(DriftEntry entry) {
    ObjectAddress address = entry.address();
    return glob(kind).matcher(entry.kind()).matches()
        && (isObject(address.toString())
            || isObject(address.object().toString())
            || isObject(address.object().name())
            || address
                .part()
                .filter(part -> isObject(address.object().name() + "." + part))
                .isPresent());
  }

  private boolean isObject(String name) {
    return glob(object).matcher(name).matches();
  }

  /** Whether the rule's time is over. */
  boolean isExpired(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }

  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '*' -> pattern.append(".*");
            case '?' -> pattern.append('.');
            default -> pattern.append(Pattern.quote(Character.toString(c)));
          }
        });
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return "object %s, kind %s".formatted(object, kind);
  }
}
