package dev.plumbline.lint;

import dev.plumbline.lint.Finding.Level;
import dev.plumbline.plan.LockMode;
import dev.plumbline.proof.StatementTrace;
import dev.plumbline.proof.TrialRun;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in one run of a script what may hurt a database in use. */
public final class Linter {
  private static final Pattern CONCURRENT_BUILD =
      Pattern.compile("(?is)create\\s+(unique\\s+)?index\\s+concurrently\\b.*");
  private static final Pattern GUARDED = Pattern.compile("(?is).*\\bif\\s+(not\\s+)?exists\\b.*");
  private static final Pattern TRUNCATE = Pattern.compile("(?is)truncate\\b.*");

  private final TrialRun run;
  private final TableSizes sizes;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<ObjectName> heldTold = new LinkedHashSet<>();
  private boolean timeoutTold;
  private boolean limitTold;

  private Linter(TrialRun run, TableSizes sizes) {
    this.run = run;
    this.sizes = sizes;
  }

  /**
   * Judges a run.
   *
   * @param script what ran
   * @param run what was seen of it
   * @param sizes how large the tables are, as far as that is known
   * @return what was found, in the order of the statements
   */
  public static List<Finding> findings(SourceFile script, TrialRun run, TableSizes sizes) {
    Linter linter = new Linter(run, sizes);
    linter.statements();
    run.failure().or(run::refusal).ifPresent(linter::failure);
    return linter.finished(script);
  }

  private void statements() {
    int unit = -1;
    Map<ObjectName, LockMode> held = new HashMap<>();
    for (StatementTrace trace : run.statements()) {
      if (trace.unit() != unit) {
        held.clear();
        heldTold.clear();
        unit = trace.unit();
      }
      held(trace, held);
      trace.observed().locks().forEach((table, mode) -> held.merge(table, mode, Linter::stronger));
      costs(trace, held);
      new CatalogRules(trace, this::add).judge();
      new SpellingRules(trace, this::add).judge();
      manners(trace);
      unlimited(trace, held);
    }
  }

  private static LockMode stronger(LockMode a, LockMode b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  // What earlier statements of the transaction have locked waits for this one.
  private void held(StatementTrace trace, Map<ObjectName, LockMode> held) {
    Set<ObjectName> busy = new LinkedHashSet<>(trace.observed().scanned());
    busy.addAll(trace.observed().rewritten());
    if (busy.isEmpty()) {
      return;
    }
    held.forEach((table, mode) -> {
      if (mode.blocksWrites() && !busy.contains(table) && heldTold.add(table)) {
        add(
            LintRule.HOLDS_LOCKS,
            Level.WARNING,
            trace,
            Optional.of(table),
            "%s stays locked (%s) by an earlier statement while this one goes through %s"
                .formatted(table.name(), mode.sql(), names(busy)));
      }
    });
  }

  private void unlimited(StatementTrace trace, Map<ObjectName, LockMode> held) {
    Optional<ObjectName> locked =
        Stream.concat(
                trace.observed().rewritten().stream(),
                trace.observed().scanned().stream()
                    .filter(table -> held.containsKey(table) && held.get(table).blocksWrites()))
            .findFirst();
    if (locked.isPresent() && !truncates(trace) && !trace.statementTimeout() && !limitTold) {
      limitTold = true;
      add(
          LintRule.STATEMENT_TIMEOUT,
          Level.NOTE,
          trace,
          Optional.empty(),
          "nothing ends it, however long %s stays locked".formatted(locked.get().name()));
    }
  }

  private void costs(StatementTrace trace, Map<ObjectName, LockMode> held) {
    boolean truncates = truncates(trace);
    for (ObjectName table : trace.observed().rewritten()) {
      if (truncates) {
        add(
            LintRule.DATA_LOSS,
            Level.WARNING,
            trace,
            Optional.of(table),
            "all rows of %s are gone".formatted(table.name()));
      } else {
        add(
            LintRule.REWRITES_TABLE,
            Level.WARNING,
            trace,
            Optional.of(table),
            "every row of %s is written anew, and nobody can use it meanwhile"
                .formatted(table.name()));
      }
    }
    for (ObjectName table : trace.observed().scanned()) {
      if (!trace.observed().rewritten().contains(table)) {
        scanned(trace, table, Optional.ofNullable(held.get(table)));
      }
    }
  }

  private void scanned(StatementTrace trace, ObjectName table, Optional<LockMode> mode) {
    if (mode.filter(LockMode::blocksReads).isPresent()) {
      add(
          LintRule.BLOCKS_READS,
          Level.WARNING,
          trace,
          Optional.of(table),
          "all rows of %s are read while nobody can use it".formatted(table.name()));
    } else if (mode.filter(LockMode::blocksWrites).isPresent()) {
      add(
          LintRule.BLOCKS_WRITES,
          Level.WARNING,
          trace,
          Optional.of(table),
          "all rows of %s are read while nobody can write to it".formatted(table.name()));
    }
  }

  private void manners(StatementTrace trace) {
    String sql = trace.statement().text();
    boolean waits = trace.observed().locks().values().stream().anyMatch(LockMode::blocksWrites);
    if (waits && !trace.lockTimeout() && !timeoutTold) {
      timeoutTold = true;
      ObjectName table = trace.observed().locks().keySet().iterator().next();
      add(
          LintRule.LOCK_TIMEOUT,
          Level.NOTE,
          trace,
          Optional.empty(),
          "it waits without limit for the lock of %s, and all others wait behind it"
              .formatted(table.name()));
    }
    if (CONCURRENT_BUILD.matcher(sql).matches()) {
      add(
          LintRule.INVALID_INDEX,
          Level.NOTE,
          trace,
          Optional.empty(),
          "if it fails, it leaves an index that is never used");
    }
    boolean alone = !trace.transactional() && run.statements().size() > 1;
    if (alone && !GUARDED.matcher(sql).matches()) {
      add(
          LintRule.NOT_REPEATABLE,
          Level.NOTE,
          trace,
          Optional.empty(),
          "it runs in no transaction, and fails when the migration is run once more");
    }
    for (String notice : trace.notices()) {
      if (notice.contains("will be truncated")) {
        add(LintRule.NAME_TOO_LONG, Level.WARNING, trace, Optional.empty(), notice);
      }
    }
  }

  // It ran without a transaction of its own, or not at all: else it were an error and no finding.
  private void failure(Diagnostic failure) {
    findings.add(
        new Finding(
            LintRule.TRANSACTION,
            Level.ERROR,
            failure.span(),
            Optional.empty(),
            failure.message(),
            Optional.empty()));
  }

  private void add(
      LintRule rule,
      Level level,
      StatementTrace trace,
      Optional<ObjectName> table,
      String message) {
    add(new Finding(rule, level, trace.statement(), table, message, Optional.empty()));
  }

  private void add(Finding finding) {
    findings.add(sizes.grade(finding));
  }

  private List<Finding> finished(SourceFile script) {
    Map<Span, Map<String, String>> accepted = new LinkedHashMap<>();
    int end = 0;
    for (StatementTrace trace : run.statements()) {
      Span statement = trace.statement();
      accepted.put(statement, Acceptances.above(statement, Math.min(end, statement.start())));
      end = Math.min(statement.end(), script.text().length());
    }
    accepted.forEach(this::unused);
    return findings.stream()
        .distinct()
        .map(finding ->
            Optional.ofNullable(
                    accepted.getOrDefault(finding.place(), Map.of()).get(finding.rule().code()))
                .map(finding::accepted)
                .orElse(finding))
        .sorted(Comparator.comparingInt(finding -> finding.place().start()))
        .toList();
  }

  private void unused(Span statement, Map<String, String> accepted) {
    for (String rule : accepted.keySet()) {
      boolean used =
          findings.stream()
              .anyMatch(it -> it.place().equals(statement) && it.rule().code().equals(rule));
      if (!used) {
        findings.add(
            new Finding(
                LintRule.UNUSED_ACCEPT,
                Level.NOTE,
                statement,
                Optional.empty(),
                "a comment accepts %s, which is not found here".formatted(rule),
                Optional.empty()));
      }
    }
  }

  private static boolean truncates(StatementTrace trace) {
    return TRUNCATE.matcher(trace.statement().text()).matches();
  }

  private static String names(Set<ObjectName> tables) {
    return String.join(", ", tables.stream().map(ObjectName::name).toList());
  }
}
