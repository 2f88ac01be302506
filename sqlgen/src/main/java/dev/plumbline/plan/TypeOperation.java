package dev.plumbline.plan;

import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectName;
import java.util.List;

/** An operation on an enum, a domain or a composite type. */
public sealed interface TypeOperation extends Operation {

  /** CREATE TYPE … AS ENUM. */
  record CreateEnum(EnumType type) implements TypeOperation {}

  /**
   * ALTER TYPE … ADD VALUE.
   *
   * @param type the enum
   * @param label the new label
   * @param place where it goes
   * @param neighbour the label that it goes before or after; empty at the end
   */
  record AddEnumValue(ObjectName type, String label, Place place, String neighbour)
      implements TypeOperation {}

  /** Where a new label goes. */
  enum Place {
    /** After all others. */
    LAST,
    /** Right before another. */
    BEFORE,
    /** Right after another. */
    AFTER
  }

  /** ALTER TYPE … RENAME VALUE. */
  record RenameEnumValue(ObjectName type, String label, String to) implements TypeOperation {}

  /** DROP TYPE, of an enum or a composite type. */
  record DropType(ObjectName type) implements TypeOperation {}

  /** ALTER TYPE … RENAME TO. */
  record RenameType(ObjectName type, String to) implements TypeOperation {}

  /** ALTER TYPE … SET SCHEMA. */
  record MoveType(ObjectName type, String namespace) implements TypeOperation {}

  /** CREATE TYPE … AS (…). */
  record CreateCompositeType(CompositeType type) implements TypeOperation {}

  /** ALTER TYPE … ADD ATTRIBUTE. */
  record AddAttribute(ObjectName type, CompositeType.Attribute attribute)
      implements TypeOperation {}

  /** ALTER TYPE … DROP ATTRIBUTE. */
  record DropAttribute(ObjectName type, String attribute) implements TypeOperation {}

  /**
   * CREATE DOMAIN.
   *
   * @param domain the domain
   * @param checks those of its checks that are valid; CREATE DOMAIN knows no others
   */
  record CreateDomain(Domain domain, List<Constraint.Check> checks) implements TypeOperation {
    /** Copies the list. */
    public CreateDomain {
      checks = List.copyOf(checks);
    }
  }

  /** DROP DOMAIN. */
  record DropDomain(ObjectName domain) implements TypeOperation {}

  /** ALTER DOMAIN … SET DEFAULT, or DROP DEFAULT for none. */
  record SetDomainDefault(Domain domain, DefaultValue value) implements TypeOperation {}

  /** ALTER DOMAIN … SET NOT NULL or DROP NOT NULL. */
  record SetDomainNullability(ObjectName domain, boolean nullable) implements TypeOperation {}

  /** ALTER DOMAIN … ADD CONSTRAINT. */
  record AddDomainCheck(ObjectName domain, Constraint.Check check) implements TypeOperation {}

  /** ALTER DOMAIN … DROP CONSTRAINT. */
  record DropDomainCheck(ObjectName domain, String check) implements TypeOperation {}

  /** ALTER DOMAIN … VALIDATE CONSTRAINT. */
  record ValidateDomainCheck(ObjectName domain, String check) implements TypeOperation {}
}
