package dev.plumbline.apply;

import dev.plumbline.live.SqlStatements;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What runs in one transaction, or a single statement that may run in none.
 *
 * @param statements the statements, without those that begin or end the transaction
 * @param transactional whether they run in a transaction
 */
public record Unit(List<Span> statements, boolean transactional) {
  private static final Pattern BEGIN =
      Pattern.compile("(?is)(begin|start\\s+transaction)\\b(?!\\s+atomic).*");
  private static final Pattern COMMIT = Pattern.compile("(?is)(commit|end)\\b.*");
  private static final Pattern ROLLBACK =
      Pattern.compile("(?is)(rollback|abort)\\b(?!\\s+((work|transaction)\\s+)?to\\b).*");

  // https://www.postgresql.org/docs/current/sql-commands.html: the pages of these commands say that
  // they cannot be executed inside a transaction block.
  private static final Pattern ALONE =
      Pattern.compile(
          "(?is)(create\\s+(unique\\s+)?index\\s+concurrently"
              + "|drop\\s+index\\s+concurrently"
              + "|reindex\\b.*\\bconcurrently"
              + "|reindex\\s+(\\([^)]*\\)\\s*)?(database|system)"
              + "|alter\\s+table\\b.*\\bdetach\\s+partition\\b.*\\bconcurrently"
              + "|do\\b.*\\bcommit(?=\\s*;)"
              + "|vacuum|alter\\s+system|cluster\\s*$"
              + "|(create|drop)\\s+(database|tablespace|subscription))\\b.*");

  /** Copies the list. */
  public Unit {
    statements = List.copyOf(statements);
  }

  /**
   * The units of a script: all in one where that is possible, and else each transaction of the
   * script, and each statement that stands in none.
   *
   * @throws dev.plumbline.live.ScriptException at a command of psql
   */
  public static List<Unit> of(SourceFile script) {
    List<Span> statements = SqlStatements.of(script);
    boolean together =
        statements.stream().noneMatch(statement -> standsAlone(statement) || controls(statement));
    if (together) {
      return statements.isEmpty() ? List.of() : List.of(new Unit(statements, true));
    }
    return apart(statements);
  }

  /** The same, where a transaction of all was refused: each statement by itself. */
  public static List<Unit> each(SourceFile script) {
    return apart(SqlStatements.of(script));
  }

  private static List<Unit> apart(List<Span> statements) {
    List<Unit> units = new ArrayList<>();
    Optional<List<Span>> open = Optional.empty();
    for (Span statement : statements) {
      if (matches(BEGIN, statement)) {
        open = Optional.of(open.orElseGet(ArrayList::new));
      } else if (matches(COMMIT, statement)) {
        open.filter(block -> !block.isEmpty()).ifPresent(block -> units.add(new Unit(block, true)));
        open = Optional.empty();
      } else if (matches(ROLLBACK, statement)) {
        open = Optional.empty();
      } else if (open.isPresent()) {
        open.get().add(statement);
      } else {
        units.add(new Unit(List.of(statement), !standsAlone(statement)));
      }
    }
    open.filter(block -> !block.isEmpty()).ifPresent(block -> units.add(new Unit(block, true)));
    return units;
  }

  private static boolean controls(Span statement) {
    return matches(BEGIN, statement) || matches(COMMIT, statement) || matches(ROLLBACK, statement);
  }

  private static boolean standsAlone(Span statement) {
    return matches(ALONE, statement);
  }

  private static boolean matches(Pattern pattern, Span statement) {
    return pattern.matcher(statement.text()).matches();
  }
}
