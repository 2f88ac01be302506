package dev.plumbline.schema;

/** The kinds of object and of part of an object that a database schema knows. */
public enum ObjectKind {
  /** What SQL calls a schema. */
  NAMESPACE("schema"),
  /** An installed extension. */
  EXTENSION("extension"),
  /** An enum type. */
  ENUM("enum"),
  /** A domain. */
  DOMAIN("domain"),
  /** A composite type made by CREATE TYPE. */
  COMPOSITE_TYPE("composite type"),
  /** A sequence. */
  SEQUENCE("sequence"),
  /** An ordinary or partitioned table or a partition. */
  TABLE("table"),
  /** A column of a table. */
  COLUMN("column"),
  /** A primary key constraint. */
  PRIMARY_KEY("primary key"),
  /** A unique constraint. */
  UNIQUE("unique constraint"),
  /** A foreign key constraint. */
  FOREIGN_KEY("foreign key"),
  /** A check constraint. */
  CHECK("check constraint"),
  /** An exclusion constraint. */
  EXCLUSION("exclusion constraint"),
  /** An index that no constraint owns. */
  INDEX("index"),
  /** A row security policy. */
  POLICY("policy"),
  /** A trigger. */
  TRIGGER("trigger"),
  /** A rewrite rule. */
  RULE("rule"),
  /** A view. */
  VIEW("view"),
  /** A materialized view. */
  MATERIALIZED_VIEW("materialized view"),
  /** A function, procedure, aggregate or window function. */
  ROUTINE("routine"),
  /** Whatever else exists; it is counted and named. */
  UNMODELLED("unmodelled object");

  private final String word;

  ObjectKind(String word) {
    this.word = word;
  }

  /** The word for people, for example {@code foreign key}. */
  public String word() {
    return word;
  }
}
