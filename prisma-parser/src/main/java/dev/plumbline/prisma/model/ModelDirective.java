package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a directive, or one of the block attributes of Prisma 8 that mean the same, says about a
 * table. Indexes are in {@link Model#indexes()} whatever declares them.
 */
public sealed interface ModelDirective {
  /** The directive. */
  Span span();

  /**
   * {@code @pg.check("expression", map: "name")} or {@code @@check(expression:, map:)}.
   *
   * @param expression the SQL, verbatim
   * @param constraintName {@code map}
   * @param noInherit {@code noInherit: true}
   * @param notValid {@code notValid: true}: rows that are there are not checked
   * @param field the field it was written at, if not at the model
   * @param comment {@code comment:}
   * @param span the directive
   */
  record Check(
      String expression,
      Optional<String> constraintName,
      boolean noInherit,
      boolean notValid,
      Optional<String> field,
      Optional<String> comment,
      Span span)
      implements ModelDirective {}

  /**
   * {@code @pg.exclude("room WITH =, during WITH &&", using: "gist", where: "…", map: "name")}.
   *
   * @param elements what stands in the parentheses of EXCLUDE, verbatim
   * @param method the access method
   * @param where the predicate
   * @param constraintName {@code map}
   * @param deferrable {@code deferrable: true}
   * @param initiallyDeferred {@code initiallyDeferred: true}
   * @param comment {@code comment:}
   * @param span the directive
   */
  record Exclude(
      String elements,
      String method,
      Optional<String> where,
      Optional<String> constraintName,
      boolean deferrable,
      boolean initiallyDeferred,
      Optional<String> comment,
      Span span)
      implements ModelDirective {}

  /**
   * {@code @pg.with("fillfactor=70")}.
   *
   * @param storageParameters by name
   * @param span the directive
   */
  record With(Map<String, String> storageParameters, Span span) implements ModelDirective {
    /** Copies the map. */
    public With {
      storageParameters = Collections.unmodifiableMap(new TreeMap<>(storageParameters));
    }
  }

  /**
   * {@code @pg.unlogged}.
   *
   * @param span the directive
   */
  record Unlogged(Span span) implements ModelDirective {}

  /**
   * {@code @pg.partition(by: Range, [createdAt])}.
   *
   * @param strategy how rows are spread
   * @param keys the fields and expressions of the key
   * @param span the directive
   */
  record Partition(Strategy strategy, List<IndexKey> keys, Span span) implements ModelDirective {
    /** Copies the list. */
    public Partition {
      keys = List.copyOf(keys);
    }
  }

  /** How a partitioned table spreads its rows. */
  enum Strategy {
    /** {@code Range}. */
    RANGE,
    /** {@code List}. */
    LIST,
    /** {@code Hash}. */
    HASH
  }

  /**
   * {@code @pg.hypertable(by: time, chunk: "7 days", …)}: a TimescaleDB hypertable.
   *
   * @param timeField the field rows are spread by
   * @param chunkInterval the interval of a chunk
   * @param settings further settings by name, verbatim
   * @param span the directive
   */
  record Hypertable(
      String timeField, Optional<String> chunkInterval, Map<String, String> settings, Span span)
      implements ModelDirective {
    /** Copies the map. */
    public Hypertable {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * The statement of TimescaleDB that makes the table a hypertable.
     *
     * @param namespace the namespace of the table, if the schema says it
     * @param table the table in Postgres
     * @param column the column of {@link #timeField} in Postgres
     */
    public String statement(Optional<String> namespace, String table, String column) {
      String qualified = namespace.map(name -> quoted(name) + ".").orElse("") + quoted(table);
      String interval = chunkInterval.map(text -> ", INTERVAL " + literal(text)).orElse("");
      return "SELECT create_hypertable(%s, by_range(%s%s), create_default_indexes => false);"
          .formatted(literal(qualified), literal(column), interval);
    }

    private static String quoted(String name) {
      return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
      return "'" + text.replace("'", "''") + "'";
    }
  }

  /**
   * {@code @pg.rls} or {@code @pg.rls(force: true)}; {@code @@rls} means the same.
   *
   * @param forced also for the owner
   * @param span the directive
   */
  record RowLevelSecurity(boolean forced, Span span) implements ModelDirective {}

  /**
   * {@code @pg.policy("name", for: Select, to: [app], using: "…", withCheck: "…")}.
   *
   * @param name its name
   * @param permissive PERMISSIVE (the usual) rather than RESTRICTIVE
   * @param command which statements it is for
   * @param roles the roles it is for; empty for PUBLIC
   * @param using USING (…)
   * @param withCheck WITH CHECK (…)
   * @param comment {@code comment:}
   * @param span the directive
   */
  record Policy(
      String name,
      boolean permissive,
      Command command,
      List<String> roles,
      Optional<String> using,
      Optional<String> withCheck,
      Optional<String> comment,
      Span span)
      implements ModelDirective {
    /** Copies the list. */
    public Policy {
      roles = List.copyOf(roles);
    }
  }

  /** Which statements a policy is for. */
  enum Command {
    /** {@code All}, the usual. */
    ALL,
    /** {@code Select}. */
    SELECT,
    /** {@code Insert}. */
    INSERT,
    /** {@code Update}. */
    UPDATE,
    /** {@code Delete}. */
    DELETE
  }

  /**
   * {@code @pg.renamedFrom("name")}.
   *
   * @param name the table's earlier name in Postgres
   * @param span the directive
   */
  record RenamedFrom(String name, Span span) implements ModelDirective {}
}
