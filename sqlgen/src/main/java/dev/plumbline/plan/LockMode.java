package dev.plumbline.plan;

/**
 * A table lock that ordinary reads and writes do not take themselves, weakest first (Postgres:
 * "Explicit Locking").
 */
public enum LockMode {
  /** Reads and writes go on; other changes of the table wait, and VACUUM. */
  SHARE_UPDATE_EXCLUSIVE,
  /** Reads go on, writes wait. */
  SHARE,
  /** Reads go on, writes and other changes wait. */
  SHARE_ROW_EXCLUSIVE,
  /** Plain reads go on; all else waits. */
  EXCLUSIVE,
  /** Everything waits. */
  ACCESS_EXCLUSIVE;

  /** Whether SELECT waits for it. */
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether INSERT, UPDATE and DELETE wait for it. */
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  /** The name as LOCK TABLE has it: {@code ACCESS EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
