package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.report.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which differences somebody has accepted, and why. They do not count and nothing mends them.
 *
 * @param reasons the reason of each accepted difference
 * @param notes what is to be said about the rules themselves
 */
record Acceptance(Map<DriftEntry, String> reasons, List<String> notes) {

  /** Nothing is accepted. */
  static Acceptance nothing() {
    return new Acceptance(new HashMap<>(), List.of());
  }

  /** Why a difference is accepted; empty when it is not. */
  Optional<String> reason(DriftEntry entry) {
    return Optional.ofNullable(reasons.get(entry));
  }

  /**
   * Applies rules. One whose time is over does nothing; it is told, as is one that nothing needs.
   *
   * @param today the day
   */
  static Acceptance of(
      List<DriftEntry> entries,
      PlumblineConfig config,
      Optional<Baseline> baseline,
      LocalDate today) {
    Map<DriftEntry, String> reasons = new HashMap<>();
    List<String> notes = new ArrayList<>();
    for (DriftEntry entry : entries) {
      if (baseline.filter(known -> known.accepts(entry)).isPresent()) {
        reasons.put(entry, "in the baseline");
      }
    }
    for (IgnoreRule rule : config.ignores()) {
      List<DriftEntry> matching = entries.stream().filter(rule::matches).toList();
      if (rule.isExpired(today)) {
        notes.add("%s: expired, and ignores nothing: %s".formatted(config.name(), rule));
      } else if (matching.isEmpty()) {
        notes.add("%s: nothing needs this rule any more: %s".formatted(config.name(), rule));
      } else {
        matching.forEach(entry -> reasons.putIfAbsent(entry, rule.reason()));
      }
    }
    long gone = baseline.map(known -> known.gone(entries)).orElse(0L);
    if (gone > 0) {
      notes.add(
          "the baseline holds %s that the database no longer has"
              .formatted(Words.count(gone, "difference")));
    }
    return new Acceptance(reasons, notes);
  }

  /** These, and some more. */
  Acceptance and(Map<DriftEntry, String> more) {
    Map<DriftEntry, String> all = new HashMap<>(reasons);
    more.forEach(all::putIfAbsent);
    return new Acceptance(all, notes);
  }
}
