package dev.plumbline.plan;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that one step makes or takes away and that another relies on. Relations of every kind
 * (tables, views, indexes, sequences) share their names in Postgres, and so do types; handles keep
 * to that, so that a name is free before it is taken again.
 *
 * @param kind what sort of thing
 * @param namespace the namespace, where there is one
 * @param name the object
 * @param part the part of it, or empty
 */
record Handle(Kind kind, String namespace, String name, String part) implements Comparable<Handle> {
  enum Kind {
    NAMESPACE,
    EXTENSION,
    TYPE,
    /** What a type consists of: its labels, its attributes. */
    TYPE_BODY,
    RELATION,
    COLUMN,
    /** The type of a column, apart from the column's being there. */
    COLUMN_TYPE,
    CONSTRAINT,
    ROUTINE,
    POLICY,
    TRIGGER,
    RULE
  }

  static Handle namespace(String name) {
    return new Handle(Kind.NAMESPACE, "", name, "");
  }

  static Handle extension(String name) {
    return new Handle(Kind.EXTENSION, "", name, "");
  }

  static Handle type(ObjectName name) {
    return new Handle(Kind.TYPE, name.namespace(), name.name(), "");
  }

  static Handle typeBody(ObjectName name) {
    return new Handle(Kind.TYPE_BODY, name.namespace(), name.name(), "");
  }

  static Handle relation(ObjectName name) {
    return new Handle(Kind.RELATION, name.namespace(), name.name(), "");
  }

  /** An index or a constraint's index: a relation in the namespace of its table. */
  static Handle relation(ObjectName table, String index) {
    return new Handle(Kind.RELATION, table.namespace(), index, "");
  }

  static Handle column(ObjectName table, String column) {
    return part(Kind.COLUMN, table, column);
  }

  static Handle columnType(ObjectName table, String column) {
    return part(Kind.COLUMN_TYPE, table, column);
  }

  static Handle constraint(ObjectName table, String constraint) {
    return part(Kind.CONSTRAINT, table, constraint);
  }

  static Handle routine(ObjectName name, String arguments) {
    return part(Kind.ROUTINE, name, arguments);
  }

  static Handle part(Kind kind, ObjectName table, String part) {
    return new Handle(kind, table.namespace(), table.name(), part);
  }

  /** A type and what it consists of. */
  static Set<Handle> ofType(ObjectName name) {
    return Set.of(type(name), typeBody(name));
  }

  /** The user-defined types that a type names, each with what it consists of. */
  static Set<Handle> ofTypes(ColumnType type) {
    var handles = new TreeSet<Handle>();
    addTypes(type.canonical(), handles);
    return handles;
  }

  private static void addTypes(ColumnType type, Set<Handle> handles) {
    switch (type) {
      case ColumnType.BuiltIn ignored -> {}
      case ColumnType.UserDefined named -> {
        var name = new ObjectName(named.namespace().orElse(""), named.name());
        handles.addAll(ofType(name));
      }
      case ColumnType.Array array -> addTypes(array.element(), handles);
      case ColumnType.Written written -> addTypes(written.meaning(), handles);
    }
  }

  /** The word by which a text would mention it; empty for what no text mentions. */
  String word() {
    return switch (kind) {
      case TYPE, TYPE_BODY, RELATION, ROUTINE -> name;
      case COLUMN, COLUMN_TYPE -> part;
      case NAMESPACE, EXTENSION, CONSTRAINT, POLICY, TRIGGER, RULE -> "";
    };
  }

  /** The table that a text has to mention as well, or empty. */
  String owner() {
    return switch (kind) {
      case COLUMN, COLUMN_TYPE -> name;
      case NAMESPACE,
          EXTENSION,
          TYPE,
          TYPE_BODY,
          RELATION,
          CONSTRAINT,
          ROUTINE,
          POLICY,
          TRIGGER,
          RULE ->
          "";
    };
  }

  @Override
  public int compareTo(Handle other) {
    int byKind = kind.compareTo(other.kind);
    if (byKind != 0) {
      return byKind;
    }
    int byNamespace = namespace.compareTo(other.namespace);
    if (byNamespace != 0) {
      return byNamespace;
    }
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : part.compareTo(other.part);
  }
}
