package dev.plumbline.lint;

import dev.plumbline.lint.Finding.Level;
import dev.plumbline.proof.StatementTrace;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules about words that a statement lacks, and of which its run shows nothing. */
final class SpellingRules {
  private static final Pattern DETACH =
      Pattern.compile(
          "(?is)alter\\s+table\\b.*\\bdetach\\s+partition\\b(?!.*\\bconcurrently\\b).*");
  private static final Pattern ADD_LABEL =
      Pattern.compile("(?is)alter\\s+type\\b.*\\badd\\s+value\\b(?!.*'\\s*(before|after)\\s*').*");

  private final StatementTrace trace;
  private final Consumer<Finding> found;

  SpellingRules(StatementTrace trace, Consumer<Finding> found) {
    this.trace = trace;
    this.found = found;
  }

  void judge() {
    String sql = trace.statement().text();
    if (DETACH.matcher(sql).matches()) {
      add(
          LintRule.DETACHES_PARTITION,
          Level.WARNING,
          "it waits for every query of the partitioned table, and all others wait behind it");
    }
    if (ADD_LABEL.matcher(sql).matches()) {
      add(
          LintRule.ENUM_ORDER,
          Level.NOTE,
          "the new label sorts behind all others, and no statement moves it");
    }
  }

  private void add(LintRule rule, Level level, String message) {
    found.accept(
        new Finding(rule, level, trace.statement(), Optional.empty(), message, Optional.empty()));
  }
}
