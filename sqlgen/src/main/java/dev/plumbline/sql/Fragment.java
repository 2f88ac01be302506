package dev.plumbline.sql;

/**
 * A piece of SQL that is right as it stands: whatever had to be quoted in it is quoted.
 *
 * @param sql the text
 */
public record Fragment(String sql) {
  @Override
  public String toString() {
    return sql;
  }
}
