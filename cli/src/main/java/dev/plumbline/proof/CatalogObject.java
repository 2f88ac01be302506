package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Locale;

/**
 * Something that is in a database.
 *
 * @param kind what it is
 * @param owner the table that it belongs to, or its own name
 * @param ownerId that table, under whatever name
 * @param name its name within the table; empty for what is no part of one
 * @param attributes what it is like, in an order of its kind: for a column its type, whether it is
 *     required, and whether it has a default; for a constraint its letter in the catalog and
 *     whether it is valid; for an index whether it is unique and whether a constraint owns it
 */
public record CatalogObject(
    Kind kind, ObjectName owner, long ownerId, String name, List<String> attributes) {
  /** Copies the list. */
  public CatalogObject {
    attributes = List.copyOf(attributes);
  }

  /** What there is. */
  public enum Kind {
    /** A table. */
    TABLE,
    /** A view or materialized view. */
    VIEW,
    /** A sequence that no column owns. */
    SEQUENCE,
    /** A column. */
    COLUMN,
    /** A constraint. */
    CONSTRAINT,
    /** An index. */
    INDEX,
    /** A label of an enum. */
    LABEL,
    /** An enum, a domain or a composite type. */
    TYPE,
    /** A function or procedure. */
    ROUTINE,
    /** A trigger. */
    TRIGGER,
    /** A policy of row security. */
    POLICY,
    /** An extension. */
    EXTENSION
  }

  /** Whether one of its attributes is true. */
  public boolean is(int place) {
    return attributes.get(place).equals("true");
  }

  /** It in a few words: {@code column app.person.name}. */
  public String shown() {
    String prefix = owner.namespace().equals("public") ? "" : owner.namespace() + ".";
    String place = prefix + owner.name() + (name.isEmpty() ? "" : "." + name);
    return kind.name().toLowerCase(Locale.ROOT) + " " + place;
  }
}
