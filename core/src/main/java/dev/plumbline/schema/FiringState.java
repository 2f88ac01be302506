package dev.plumbline.schema;

/** When a trigger or rule fires ({@code tgenabled}, {@code ev_enabled}). */
public enum FiringState {
  /** In ordinary sessions. */
  ORIGIN,
  /** Never. */
  DISABLED,
  /** In replication sessions only. */
  REPLICA,
  /** In every session. */
  ALWAYS
}
