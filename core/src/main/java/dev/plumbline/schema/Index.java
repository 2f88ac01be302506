package dev.plumbline.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index that no constraint owns.
 *
 * @param name its name; it lives in its table's namespace
 * @param method the access method: {@code btree}, {@code hash}, {@code gin}, …
 * @param keys what is indexed, in order
 * @param include INCLUDE columns
 * @param unique UNIQUE
 * @param nullsDistinct whether NULLs count as different (the usual)
 * @param predicate WHERE
 * @param storageParameters WITH (…)
 * @param tablespace its tablespace, when it is not the default
 * @param state whether it can be used
 * @param clustered whether CLUSTER uses it
 * @param replicaIdentity whether REPLICA IDENTITY USING INDEX names it
 * @param comment the database comment
 */
public record Index(
    String name,
    String method,
    List<IndexKey> keys,
    List<String> include,
    boolean unique,
    boolean nullsDistinct,
    Optional<SqlExpression> predicate,
    Map<String, String> storageParameters,
    Optional<String> tablespace,
    State state,
    boolean clustered,
    boolean replicaIdentity,
    Optional<String> comment) {
  /** Copies the lists. */
  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    storageParameters = Table.sorted(storageParameters);
  }

  /** An index in the default tablespace. */
  public Index(
      String name,
      String method,
      List<IndexKey> keys,
      List<String> include,
      boolean unique,
      boolean nullsDistinct,
      Optional<SqlExpression> predicate,
      Map<String, String> storageParameters,
      State state,
      boolean clustered,
      boolean replicaIdentity,
      Optional<String> comment) {
    this(
        name,
        method,
        keys,
        include,
        unique,
        nullsDistinct,
        predicate,
        storageParameters,
        Optional.empty(),
        state,
        clustered,
        replicaIdentity,
        comment);
  }

  /** Whether an index can be used ({@code pg_index.indisvalid}, {@code indisready}). */
  public enum State {
    /** Complete. */
    VALID,
    /** Left behind by a build that failed; it costs writes and serves no query. */
    INVALID,
    /** Not yet maintained by writes. */
    NOT_READY
  }
}
