package dev.plumbline.plan;

import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * One SQL command as a value. Operations are grouped by the kind of object they concern; whoever
 * spells them switches over all of them, without a default.
 */
public sealed interface Operation
    permits IndexOperation,
        NamespaceOperation,
        Operation.CommentOn,
        Operation.DisableBodyChecks,
        Operation.GrantPrivileges,
        Operation.RevokePrivileges,
        Operation.SetLockTimeout,
        Operation.SetOwner,
        RoutineOperation,
        SequenceOperation,
        TableOperation,
        TypeOperation,
        ViewOperation {

  /** Whether it may run in a transaction block. */
  default boolean transactional() {
    return true;
  }

  /**
   * COMMENT ON.
   *
   * @param target what is commented
   * @param comment the text; empty takes the comment away
   */
  record CommentOn(Target target, Optional<String> comment) implements Operation {}

  /**
   * SET lock_timeout: how long the statements that follow wait for a lock. While they wait, all
   * that comes after them waits too.
   *
   * @param timeout as Postgres spells it; {@code 0} for as long as it takes, empty for RESET
   */
  record SetLockTimeout(Optional<String> timeout) implements Operation {}

  /** SET check_function_bodies = off: routines may then mention what is created after them. */
  record DisableBodyChecks() implements Operation {}

  /** ALTER … OWNER TO. */
  record SetOwner(Target target, String owner) implements Operation {}

  /**
   * GRANT.
   *
   * @param target the object
   * @param columns the columns, when the privileges concern columns only
   * @param privileges the privileges, sorted
   * @param grantee the role, or {@code PUBLIC}
   * @param grantable WITH GRANT OPTION
   */
  record GrantPrivileges(
      Target target,
      List<String> columns,
      List<String> privileges,
      String grantee,
      boolean grantable)
      implements Operation {
    /** Copies the lists. */
    public GrantPrivileges {
      columns = List.copyOf(columns);
      privileges = List.copyOf(privileges);
    }
  }

  /**
   * REVOKE.
   *
   * @param target the object
   * @param columns the columns, when the privileges concern columns only
   * @param privileges the privileges, sorted
   * @param grantee the role, or {@code PUBLIC}
   * @param optionOnly GRANT OPTION FOR: the privilege stays
   */
  record RevokePrivileges(
      Target target,
      List<String> columns,
      List<String> privileges,
      String grantee,
      boolean optionOnly)
      implements Operation {
    /** Copies the lists. */
    public RevokePrivileges {
      columns = List.copyOf(columns);
      privileges = List.copyOf(privileges);
    }
  }

  /**
   * The object that a comment, an owner or a privilege belongs to.
   *
   * @param address the object; for a routine its part are the identity arguments
   * @param form how SQL names such an object
   */
  record Target(ObjectAddress address, Form form) {
    /** A whole object. */
    static Target of(Form form, ObjectKind kind, ObjectName name) {
      return new Target(ObjectAddress.of(kind, name), form);
    }

    /** A part of a table, a constraint of a domain, or a routine with its arguments. */
    static Target of(Form form, ObjectKind kind, ObjectName name, String part) {
      return new Target(ObjectAddress.of(kind, name, part), form);
    }

    /** The object's name. */
    public ObjectName name() {
      return address.object();
    }

    /** The object's name without its namespace, for what lives in none. */
    public String simpleName() {
      return address.object().name();
    }

    /** For an index: its own name, in the namespace of its table. */
    public ObjectName indexName() {
      return new ObjectName(address.object().namespace(), part());
    }

    /** The part of a table, or the arguments of a routine; empty when there is none. */
    public String part() {
      return address.part().orElse("");
    }
  }

  /** How SQL names the objects that can have a comment. */
  enum Form {
    /** SCHEMA name. */
    NAMESPACE,
    /** EXTENSION name. */
    EXTENSION,
    /** TYPE name. */
    TYPE,
    /** DOMAIN name. */
    DOMAIN,
    /** SEQUENCE name. */
    SEQUENCE,
    /** TABLE name. */
    TABLE,
    /** VIEW name. */
    VIEW,
    /** MATERIALIZED VIEW name. */
    MATERIALIZED_VIEW,
    /** INDEX name. */
    INDEX,
    /** COLUMN table.name. */
    COLUMN,
    /** CONSTRAINT name ON table. */
    CONSTRAINT,
    /** CONSTRAINT name ON DOMAIN domain. */
    DOMAIN_CONSTRAINT,
    /** POLICY name ON table. */
    POLICY,
    /** TRIGGER name ON table. */
    TRIGGER,
    /** RULE name ON table. */
    RULE,
    /** FUNCTION name(arguments). */
    FUNCTION,
    /** PROCEDURE name(arguments). */
    PROCEDURE,
    /** AGGREGATE name(arguments). */
    AGGREGATE
  }
}
