package dev.plumbline.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table and everything that hangs on it.
 *
 * @param name its name
 * @param columns its columns in order
 * @param constraints its constraints
 * @param indexes the indexes that no constraint owns
 * @param persistence logged or not
 * @param partitioning PARTITION BY
 * @param partitionOf PARTITION OF
 * @param inherits the parents of classic inheritance
 * @param storageParameters WITH (…), TOAST parameters with the prefix {@code toast.}
 * @param accessMethod the table access method, when it is not {@code heap}
 * @param tablespace the tablespace, when it is not the default
 * @param rowSecurity row level security
 * @param policies its policies, by name
 * @param triggers its triggers, by name, without the hidden ones of foreign keys
 * @param disabledForeignKeyTriggers whether somebody disabled the hidden triggers of a foreign key
 * @param rules its rules, by name
 * @param replicaIdentity what an UPDATE sends to logical replication
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 * @param columnGrants privileges on single columns, when read from a database
 */
public record Table(
    ObjectName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Persistence persistence,
    Optional<Partitioning> partitioning,
    Optional<PartitionOf> partitionOf,
    List<ObjectName> inherits,
    Map<String, String> storageParameters,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    RowSecurity rowSecurity,
    List<Policy> policies,
    List<Trigger> triggers,
    boolean disabledForeignKeyTriggers,
    List<Rule> rules,
    ReplicaIdentity replicaIdentity,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants,
    Map<String, List<Grant>> columnGrants) {
  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    inherits = List.copyOf(inherits);
    storageParameters = sorted(storageParameters);
    policies = List.copyOf(policies);
    triggers = List.copyOf(triggers);
    rules = List.copyOf(rules);
    grants = List.copyOf(grants);
    columnGrants = sorted(columnGrants);
  }

  /** An ordinary table of which only the usual is said. */
  public static Table of(
      ObjectName name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Optional<String> comment) {
    return new Table(
        name,
        columns,
        constraints,
        indexes,
        Persistence.PERMANENT,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        RowSecurity.OFF,
        List.of(),
        List.of(),
        false,
        List.of(),
        ReplicaIdentity.DEFAULT,
        comment,
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /** The same table with these constraints and no others. */
  public Table withConstraints(List<Constraint> others) {
    return new Table(
        name,
        columns,
        others,
        indexes,
        persistence,
        partitioning,
        partitionOf,
        inherits,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        policies,
        triggers,
        disabledForeignKeyTriggers,
        rules,
        replicaIdentity,
        comment,
        owner,
        grants,
        columnGrants);
  }

  /**
   * The same table in other hands.
   *
   * @param role the owner
   * @param privileges what is granted on the table; nothing is on single columns
   */
  public Table ownedBy(Optional<String> role, List<Grant> privileges) {
    return new Table(
        name,
        columns,
        constraints,
        indexes,
        persistence,
        partitioning,
        partitionOf,
        inherits,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        policies,
        triggers,
        disabledForeignKeyTriggers,
        rules,
        replicaIdentity,
        comment,
        role,
        privileges,
        Map.of());
  }

  /** The column of this name. */
  public Optional<Column> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** The primary key. */
  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints.stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint.PrimaryKey.class::cast)
        .findFirst();
  }

  static <V> Map<String, V> sorted(Map<String, V> map) {
    // Every column has such a map, and nearly all are empty.
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /**
   * PARTITION BY.
   *
   * @param strategy {@code range}, {@code list} or {@code hash}
   * @param key the columns and expressions as {@code pg_get_partkeydef} has them, in no parentheses
   */
  public record Partitioning(String strategy, SqlExpression key) {}

  /**
   * PARTITION OF.
   *
   * @param parent the partitioned table
   * @param bound {@code FOR VALUES …} or {@code DEFAULT}
   */
  public record PartitionOf(ObjectName parent, SqlExpression bound) {}

  /** Row level security. */
  public enum RowSecurity {
    /** Off. */
    OFF,
    /** On, but not for the owner. */
    ENABLED,
    /** On for the owner too. */
    FORCED,
    /** FORCE is set but row security is off. */
    FORCED_BUT_OFF
  }

  /** What identifies an updated row in logical replication. */
  public enum ReplicaIdentity {
    /** The primary key. */
    DEFAULT,
    /** The whole row. */
    FULL,
    /** Nothing. */
    NOTHING,
    /** An index, marked by {@link Index#replicaIdentity()} or by its constraint. */
    INDEX
  }
}
